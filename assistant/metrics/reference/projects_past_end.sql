-- "projects_past_end: projects planned, active or on hold whose last planned day lies before today".
SELECT asked.last_day AS day, projects.project_id, projects.client_id, 1::BIGINT AS numerator
FROM projects
CROSS JOIN asked
WHERE projects.status IN ('planned', 'active', 'on_hold') AND projects.end_date < least(asked.today, asked.last_day)
