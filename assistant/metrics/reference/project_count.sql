-- "project_count: all projects there are, whatever their status, as it is now".
SELECT asked.last_day AS day, projects.project_id, projects.client_id, 1::BIGINT AS numerator
FROM projects
CROSS JOIN asked
