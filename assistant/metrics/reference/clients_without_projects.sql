-- "clients_without_projects: clients with no project that is planned, active or on hold now".
SELECT asked.last_day AS day, clients.client_id, 1::BIGINT AS numerator
FROM clients
CROSS JOIN asked
WHERE NOT EXISTS (
    SELECT 1 FROM projects
    WHERE projects.client_id = clients.client_id AND projects.status NOT IN ('done', 'archived')
)
