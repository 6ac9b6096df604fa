-- "projects_ending: projects whose last planned day lies in the period".
SELECT end_date AS day, project_id, client_id, 1::BIGINT AS numerator
FROM projects
WHERE end_date IS NOT NULL
