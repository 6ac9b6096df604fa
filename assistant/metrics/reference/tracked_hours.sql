-- uses: belongs
-- "tracked_hours: sum of hours, rejected excluded", through today.
SELECT date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id, hours AS numerator
FROM belongs
