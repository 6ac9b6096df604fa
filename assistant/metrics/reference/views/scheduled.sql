-- uses: booked
-- "Confirmed booking hours on days with available_hours > 0"; tentative bookings are out.
SELECT *
FROM booked
WHERE NOT coalesce(tentative, FALSE)
