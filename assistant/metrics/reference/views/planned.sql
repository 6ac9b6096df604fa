-- uses: booked, sole_budget
-- "Its budget is budget_id, else the service's budget, else the project's budget in force on that day": each
-- booked person-day, confirmed or tentative, with that budget in budget_id.
SELECT booked.* REPLACE (coalesce(booked.budget_id, services.budget_id, sole.budget_id) AS budget_id)
FROM booked
LEFT JOIN services ON services.service_id = booked.service_id
LEFT JOIN sole_budget AS sole ON sole.project_id = booked.project_id
    AND booked.day >= sole.first_day AND booked.day < sole.next_day
