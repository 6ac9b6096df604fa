-- uses: available
-- "available_hours: per person-day, pattern hours x (1 - holiday fraction) - approved absence that reduces
-- availability".
SELECT available.day, available.person_id, available.seconds AS numerator
FROM available
JOIN asked ON available.day >= asked.first_day
