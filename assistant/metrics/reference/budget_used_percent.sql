-- uses: used, totals
-- "budget_used_percent: used / total"; what was used of a budget that has no total by then (no amount, or no
-- month of a retainer yet) is a part of nothing and left out.
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    numerator, 0::BIGINT AS denominator
FROM used
WHERE budget_id IN (SELECT totals.budget_id FROM totals)
UNION ALL
SELECT day, NULL, NULL, project_id, budget_id, NULL, NULL, currency, 0::BIGINT, numerator
FROM totals
