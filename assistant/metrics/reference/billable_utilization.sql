-- uses: available
-- "billable_utilization: billable / available", both sides through yesterday; it belongs to people, not to
-- projects.
SELECT
    entries.date AS day, entries.person_id,
    coalesce(entries.billable_hours, 0) AS numerator, 0::BIGINT AS denominator
FROM time_entries AS entries
JOIN asked ON entries.date < asked.today
WHERE entries.status IS DISTINCT FROM 'rejected'
UNION ALL
SELECT available.day, available.person_id, 0::BIGINT, available.seconds
FROM available
JOIN asked ON available.day >= asked.first_day AND available.day < asked.today
