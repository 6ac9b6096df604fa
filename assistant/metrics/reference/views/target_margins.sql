-- "margin below target": the target of each project in force on the date asked about: its own (project:), else its
-- client's (client:), else that for all; by id or name; of several the latest. In percent, ten-thousandths of it;
-- a value below 2 is a share: 0.45 is 45.
WITH in_force AS (
    SELECT
        lower(trim(replace(targets.scope, ': ', ':'))) AS scope, targets.value,
        targets.value * CASE WHEN abs(targets.value) < 20000 THEN 100 ELSE 1 END AS in_percent,
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
SELECT named.project_id, arg_max(in_force.in_percent, (named.rank, in_force.since, in_force.value)) AS value
FROM named
JOIN in_force ON in_force.scope = named.scope
GROUP BY named.project_id
