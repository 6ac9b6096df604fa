-- uses: belongs
-- "billable_hours: sum of billable_hours, rejected excluded", through today.
SELECT
    date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id,
    coalesce(billable_hours, 0) AS numerator
FROM belongs
