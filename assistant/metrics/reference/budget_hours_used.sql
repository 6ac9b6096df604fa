-- uses: belongs
-- "budget_hours_used: tracked hours on the budget", through today.
SELECT date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id, hours AS numerator
FROM belongs
WHERE budget_id IS NOT NULL
