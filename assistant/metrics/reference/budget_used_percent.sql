-- uses: used, totals
-- "budget_used_percent: used / total"; what was used of a budget without a known amount is a part of nothing
-- and left out.
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    numerator, 0::BIGINT AS denominator
FROM used
WHERE budget_id IN (SELECT budgets.budget_id FROM budgets WHERE budgets.amount IS NOT NULL)
UNION ALL
SELECT day, NULL, NULL, project_id, budget_id, NULL, NULL, currency, 0::BIGINT, numerator
FROM totals
