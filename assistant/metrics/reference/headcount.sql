-- "headcount: people employed on the last day of the period"; contractors are people, and whose contract has no
-- start is in none.
SELECT asked.last_day AS day, people.person_id, 1::BIGINT AS numerator
FROM people
JOIN asked ON people.start_date <= asked.last_day
    AND coalesce(people.end_date, asked.last_day) >= asked.last_day
