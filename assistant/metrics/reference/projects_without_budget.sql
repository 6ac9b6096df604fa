-- "projects_without_budget: projects for clients, planned, active or on hold, that have no budget".
SELECT asked.last_day AS day, projects.project_id, projects.client_id, 1::BIGINT AS numerator
FROM projects
CROSS JOIN asked
WHERE projects.kind = 'client' AND projects.status IN ('planned', 'active', 'on_hold')
    AND NOT EXISTS (SELECT 1 FROM budgets WHERE budgets.project_id = projects.project_id)
