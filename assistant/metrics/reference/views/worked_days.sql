-- "tracked_hours: sum of hours, rejected excluded", per person and day, through today, whatever the project.
SELECT entries.person_id, entries.date AS day, sum(entries.hours)::BIGINT AS seconds
FROM time_entries AS entries
JOIN asked ON entries.date <= asked.today
WHERE entries.status IS DISTINCT FROM 'rejected'
GROUP BY entries.person_id, entries.date
