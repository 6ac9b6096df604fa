-- uses: belongs
-- "internal_hours: tracked on projects of kind internal", through today.
SELECT
    belongs.date AS day, belongs.entry_id, belongs.person_id, belongs.project_id, belongs.budget_id,
    belongs.service_id, belongs.task_id, belongs.hours AS numerator
FROM belongs
JOIN projects ON projects.project_id = belongs.project_id AND projects.kind = 'internal'
