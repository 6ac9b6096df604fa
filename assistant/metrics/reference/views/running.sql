-- "Every running project": planned, active or on hold, as of the date asked about.
SELECT asked.last_day AS day, projects.project_id
FROM projects
CROSS JOIN asked
WHERE projects.status IN ('planned', 'active', 'on_hold')
