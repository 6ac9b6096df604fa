-- uses: available, scheduled
-- "overbooked_hours: sum of max(0, scheduled - available) per person-day", not netted over the week; only
-- days with available_hours > 0 have scheduled hours at all.
WITH booked AS (
    SELECT person_id, day, sum(hours_per_day) AS seconds
    FROM scheduled
    GROUP BY person_id, day
)
SELECT
    available.day, available.person_id,
    greatest(0, booked.seconds - available.seconds)::BIGINT AS numerator
FROM booked
JOIN available ON available.person_id = booked.person_id AND available.day = booked.day
JOIN asked ON available.day >= asked.first_day
