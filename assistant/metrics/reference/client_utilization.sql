-- uses: available
-- "client_utilization: tracked on client projects / available", both sides through yesterday.
SELECT entries.date AS day, entries.person_id, entries.hours AS numerator, 0::BIGINT AS denominator
FROM time_entries AS entries
JOIN asked ON entries.date < asked.today
JOIN projects ON projects.project_id = entries.project_id AND projects.kind = 'client'
WHERE entries.status IS DISTINCT FROM 'rejected'
UNION ALL
SELECT available.day, available.person_id, 0::BIGINT, available.seconds
FROM available
JOIN asked ON available.day >= asked.first_day AND available.day < asked.today
