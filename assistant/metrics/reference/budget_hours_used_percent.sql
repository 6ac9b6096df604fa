-- uses: belongs, sold_hours
-- "budget_hours_used_percent: tracked hours on the budget over budget_hours"; hours on a budget without hours
-- sold are a part of nothing and left out.
SELECT
    belongs.date AS day, belongs.entry_id, belongs.person_id, belongs.project_id, belongs.budget_id,
    belongs.service_id, belongs.task_id, belongs.hours AS numerator, 0::BIGINT AS denominator
FROM belongs
JOIN budgets ON budgets.budget_id = belongs.budget_id AND budgets.hours IS NOT NULL
UNION ALL
SELECT day, NULL, NULL, project_id, budget_id, NULL, NULL, 0::BIGINT, seconds
FROM sold_hours
