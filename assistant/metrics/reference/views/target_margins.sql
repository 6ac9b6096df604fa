-- "margin below target": the target of each project in force on the date asked about: its own (project:), else its
-- client's (client:), else that for all; by id or name; of several the latest. In percent, ten-thousandths of it.
WITH in_force AS (
    SELECT
        lower(trim(replace(targets.scope, ': ', ':'))) AS scope, targets.value,
        coalesce(targets.start_date, DATE '0001-01-01') AS since
    FROM targets
    JOIN asked ON coalesce(targets.start_date, asked.last_day) <= asked.last_day
        AND coalesce(targets.end_date, asked.last_day) >= asked.last_day
    WHERE targets.metric = 'margin'
),
named AS (
    SELECT project_id, 3 AS rank, 'project:' || lower(project_id) AS scope FROM projects
    UNION ALL
    SELECT project_id, 3, 'project:' || lower(name) FROM projects WHERE name IS NOT NULL
    UNION ALL
    SELECT project_id, 2, 'client:' || lower(client_id) FROM projects WHERE client_id IS NOT NULL
    UNION ALL
    SELECT projects.project_id, 2, 'client:' || lower(clients.name)
    FROM projects
    JOIN clients ON clients.client_id = projects.client_id
    WHERE clients.name IS NOT NULL
    UNION ALL
    SELECT project_id, 1, 'all' FROM projects
)
SELECT named.project_id, arg_max(in_force.value, (named.rank, in_force.since, in_force.value)) AS value
FROM named
JOIN in_force ON in_force.scope = named.scope
GROUP BY named.project_id
