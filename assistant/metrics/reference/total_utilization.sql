-- uses: worked_days, available
-- "total_utilization: tracked / available", both sides through yesterday.
SELECT worked_days.day, worked_days.person_id, worked_days.seconds AS numerator, 0::BIGINT AS denominator
FROM worked_days
JOIN asked ON worked_days.day < asked.today
UNION ALL
SELECT available.day, available.person_id, 0::BIGINT, available.seconds
FROM available
JOIN asked ON available.day >= asked.first_day AND available.day < asked.today
