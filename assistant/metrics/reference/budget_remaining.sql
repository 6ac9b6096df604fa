-- uses: totals, used
-- "budget_remaining: total - used, may be negative", of the budgets that have a total.
SELECT
    day, NULL AS entry_id, NULL AS person_id, project_id, budget_id, NULL AS service_id, NULL AS task_id,
    currency, numerator
FROM totals
UNION ALL
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, -numerator
FROM used
WHERE budget_id IN (SELECT totals.budget_id FROM totals)
