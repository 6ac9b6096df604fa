-- uses: workable
-- "gross_billable_utilization: billable / contracted net of holidays, leave not removed", both sides through
-- yesterday.
SELECT
    entries.date AS day, entries.person_id,
    coalesce(entries.billable_hours, 0) AS numerator, 0::BIGINT AS denominator
FROM time_entries AS entries
JOIN asked ON entries.date < asked.today
WHERE entries.status IS DISTINCT FROM 'rejected'
UNION ALL
SELECT workable.day, workable.person_id, 0::BIGINT, workable.seconds
FROM workable
JOIN asked ON workable.day >= asked.first_day AND workable.day < asked.today
