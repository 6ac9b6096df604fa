-- uses: belongs, sold_hours
-- "budget_hours_used_percent: tracked hours on the budget over budget_hours"; hours on a budget that has none
-- sold by then (none at all, or no month of a retainer yet) are a part of nothing and left out.
SELECT
    date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id,
    hours AS numerator, 0::BIGINT AS denominator
FROM belongs
WHERE budget_id IN (SELECT sold_hours.budget_id FROM sold_hours)
UNION ALL
SELECT day, NULL, NULL, project_id, budget_id, NULL, NULL, 0::BIGINT, seconds
FROM sold_hours
