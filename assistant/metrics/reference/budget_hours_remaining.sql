-- uses: sold_hours, belongs
-- "budget_hours_remaining: total - used, may be negative", of the budgets that have hours.
SELECT
    day, NULL AS entry_id, NULL AS person_id, project_id, budget_id, NULL AS service_id, NULL AS task_id,
    seconds AS numerator
FROM sold_hours
UNION ALL
SELECT date, entry_id, person_id, project_id, budget_id, service_id, task_id, -hours
FROM belongs
WHERE budget_id IN (SELECT sold_hours.budget_id FROM sold_hours)
