-- uses: worked_days, workable
-- "capacity_utilization: tracked / contracted net of holidays, leave not removed", both sides through yesterday.
SELECT worked_days.day, worked_days.person_id, worked_days.seconds AS numerator, 0::BIGINT AS denominator
FROM worked_days
JOIN asked ON worked_days.day < asked.today
UNION ALL
SELECT workable.day, workable.person_id, 0::BIGINT, workable.seconds
FROM workable
JOIN asked ON workable.day >= asked.first_day AND workable.day < asked.today
