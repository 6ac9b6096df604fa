-- uses: contracted
-- "contracted_hours: sum over days inside employment of the day's pattern hours (holidays still inside)".
SELECT contracted.day, contracted.person_id, contracted.seconds AS numerator
FROM contracted
JOIN asked ON contracted.day >= asked.first_day
