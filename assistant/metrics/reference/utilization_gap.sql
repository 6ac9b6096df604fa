-- uses: available
-- "utilization_gap: billable_utilization - target; a group's target = sum(target x available) / sum(available)",
-- both sides through yesterday; "a person without a target is left out".
SELECT
    entries.date AS day, entries.person_id,
    coalesce(entries.billable_hours, 0) * 1000000 AS numerator, 0::BIGINT AS denominator
FROM time_entries AS entries
JOIN asked ON entries.date < asked.today
JOIN people ON people.person_id = entries.person_id AND people.utilization_target IS NOT NULL
WHERE entries.status IS DISTINCT FROM 'rejected'
UNION ALL
SELECT
    available.day, available.person_id,
    -people.utilization_target * available.seconds, available.seconds * 1000000
FROM available
JOIN asked ON available.day >= asked.first_day AND available.day < asked.today
JOIN people ON people.person_id = available.person_id AND people.utilization_target IS NOT NULL
