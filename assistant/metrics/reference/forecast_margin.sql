-- uses: confirmed, costs, booked_cost
-- "forecast_margin": forecast profit over the revenue in it: revenue to date + confirmed from today to the end.
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    numerator, numerator AS denominator
FROM confirmed
UNION ALL
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, -numerator, 0
FROM costs
UNION ALL
SELECT day, NULL, person_id, project_id, budget_id, service_id, NULL, currency, -numerator, 0
FROM booked_cost
