-- "clients_with_active_projects: clients with a project whose status is active now".
SELECT DISTINCT asked.last_day AS day, clients.client_id, 1::BIGINT AS numerator
FROM clients
JOIN projects ON projects.client_id = clients.client_id AND projects.status = 'active'
CROSS JOIN asked
