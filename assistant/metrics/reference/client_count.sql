-- "client_count: all clients there are".
SELECT asked.last_day AS day, clients.client_id, 1::BIGINT AS numerator
FROM clients
CROSS JOIN asked
