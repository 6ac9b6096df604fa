-- uses: agreements, changes, first_totals
-- "budget_total: amount + approved change requests (net); a retainer: months x monthly": what was agreed first, and
-- each approved change on decided_on. A budget whose amount is not known has no total, whatever was added to it.
SELECT day, budget_id, project_id, currency, numerator
FROM first_totals
UNION ALL
SELECT
    changes.day, agreements.budget_id, agreements.project_id,
    coalesce(agreements.currency, asked.base_currency), changes.amount * 3600
FROM changes
CROSS JOIN asked
JOIN agreements ON agreements.budget_id = changes.budget_id AND agreements.amount IS NOT NULL
WHERE changes.amount IS NOT NULL
