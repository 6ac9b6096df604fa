-- uses: totals
-- "budget_total: amount + approved change requests (net)"; which budgets are open is asked elsewhere.
SELECT day, budget_id, project_id, currency, numerator
FROM totals
