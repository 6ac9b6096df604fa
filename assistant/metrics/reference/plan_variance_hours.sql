-- uses: scheduled
-- "plan_variance_hours: tracked - scheduled, past days; by person, project, week"; every project counts.
SELECT entries.date AS day, entries.entry_id, entries.person_id, entries.project_id, entries.hours AS numerator
FROM time_entries AS entries
JOIN asked ON entries.date BETWEEN asked.first_day AND asked.last_day AND entries.date < asked.today
WHERE entries.status IS DISTINCT FROM 'rejected'
UNION ALL
SELECT scheduled.day, NULL, scheduled.person_id, scheduled.project_id, -scheduled.hours_per_day
FROM scheduled
JOIN asked ON scheduled.day >= asked.first_day AND scheduled.day < asked.today
