-- uses: sole_budget
-- "Or, with no bookings": the budgets that have any confirmed booking of a person from today on, however far
-- ahead.
SELECT DISTINCT coalesce(bookings.budget_id, services.budget_id, sole.budget_id) AS budget_id
FROM bookings
JOIN asked ON bookings.end_date >= asked.today
LEFT JOIN services ON services.service_id = bookings.service_id
LEFT JOIN sole_budget AS sole ON sole.project_id = bookings.project_id
    AND bookings.end_date >= sole.first_day
    AND greatest(bookings.start_date, asked.today) < sole.next_day
WHERE bookings.person_id IS NOT NULL AND NOT coalesce(bookings.tentative, FALSE)
    AND coalesce(bookings.budget_id, services.budget_id, sole.budget_id) IS NOT NULL
