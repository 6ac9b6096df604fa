-- uses: available, booked
-- "overbooked_hours, with the switch for tentative bookings on": max(0, all booked - available) per person-day.
WITH taken AS (
    SELECT person_id, day, sum(hours_per_day) AS seconds
    FROM booked
    GROUP BY person_id, day
)
SELECT
    available.day, available.person_id,
    greatest(0, taken.seconds - available.seconds)::BIGINT AS numerator
FROM taken
JOIN available ON available.person_id = taken.person_id AND available.day = taken.day
JOIN asked ON available.day >= asked.first_day
