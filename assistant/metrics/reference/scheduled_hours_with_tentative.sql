-- uses: planned
-- "scheduled_hours_with_tentative: confirmed and tentative bookings", of persons; placeholders are out.
SELECT
    planned.day, planned.person_id, planned.project_id, planned.budget_id, planned.service_id,
    planned.hours_per_day AS numerator
FROM planned
JOIN asked ON planned.day >= asked.first_day
