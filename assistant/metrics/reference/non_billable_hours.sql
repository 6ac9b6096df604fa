-- uses: belongs
-- "non_billable_hours: tracked - billable, on client projects", through today; "may be negative".
SELECT
    belongs.date AS day, belongs.entry_id, belongs.person_id, belongs.project_id, belongs.budget_id,
    belongs.service_id, belongs.task_id,
    belongs.hours - coalesce(belongs.billable_hours, 0) AS numerator
FROM belongs
JOIN projects ON projects.project_id = belongs.project_id AND projects.kind = 'client'
