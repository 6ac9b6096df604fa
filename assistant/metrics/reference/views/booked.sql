-- uses: available
-- "Planned work, on each day of the range on which the person is available", not reduced by a partial absence;
-- placeholders are out.
WITH booked_days AS (
    SELECT
        bookings.*,
        unnest(generate_series(
            greatest(bookings.start_date, least(asked.first_day, asked.today)),
            least(bookings.end_date, asked.last_day),
            INTERVAL 1 DAY
        ))::DATE AS day
    FROM bookings
    CROSS JOIN asked
    WHERE bookings.person_id IS NOT NULL
)
SELECT booked_days.*
FROM booked_days
JOIN available ON available.person_id = booked_days.person_id AND available.day = booked_days.day
WHERE available.seconds > 0
