-- uses: planned
-- "scheduled_hours: sum of confirmed booking hours on days with available_hours > 0 (a booking on a full-day
-- absence or holiday counts 0; hours_per_day is not reduced by a partial absence)".
SELECT
    planned.day, planned.person_id, planned.project_id, planned.budget_id, planned.service_id,
    planned.hours_per_day AS numerator
FROM planned
JOIN asked ON planned.day >= asked.first_day
WHERE NOT coalesce(planned.tentative, FALSE)
