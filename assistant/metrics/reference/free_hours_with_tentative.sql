-- uses: available, booked
-- "free_hours, with the switch for tentative bookings on": available - all booked hours, per person-day from today on.
WITH taken AS (
    SELECT person_id, day, sum(hours_per_day)::BIGINT AS seconds
    FROM booked
    GROUP BY person_id, day
)
SELECT
    available.day, available.person_id,
    available.seconds - coalesce(taken.seconds, 0) AS numerator
FROM available
JOIN asked ON available.day >= greatest(asked.first_day, asked.today)
LEFT JOIN taken ON taken.person_id = available.person_id AND taken.day = available.day
