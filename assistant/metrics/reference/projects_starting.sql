-- "projects_starting: projects whose first planned day lies in the period".
SELECT start_date AS day, project_id, client_id, 1::BIGINT AS numerator
FROM projects
WHERE start_date IS NOT NULL
