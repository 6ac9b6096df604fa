-- uses: contracted
-- "fte: contracted_hours / (full_time_week / 5 x Mon-Fri days of the period, holidays kept)"; both sides
-- times 5, and the denominator belongs to the period, not to a person.
SELECT contracted.day, contracted.person_id, contracted.seconds * 5 AS numerator, 0::BIGINT AS denominator
FROM contracted
JOIN asked ON contracted.day >= asked.first_day
UNION ALL
SELECT weekday.day, NULL, 0::BIGINT, weekday.full_time_week
FROM (
    SELECT unnest(generate_series(first_day, last_day, INTERVAL 1 DAY))::DATE AS day, full_time_week
    FROM asked
) AS weekday
WHERE isodow(weekday.day) <= 5
