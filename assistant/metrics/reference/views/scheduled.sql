-- uses: available
-- "Confirmed booking hours on days with available_hours > 0", not reduced by a partial absence; tentative
-- bookings and placeholders are out.
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
    WHERE bookings.person_id IS NOT NULL AND NOT coalesce(bookings.tentative, FALSE)
)
SELECT booked_days.*
FROM booked_days
JOIN available ON available.person_id = booked_days.person_id AND available.day = booked_days.day
WHERE available.seconds > 0
