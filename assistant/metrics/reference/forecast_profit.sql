-- uses: confirmed, costs, booked_cost
-- "forecast_profit: (revenue to date + confirmed from today to the end) - (cost to date + scheduled hours x cost
-- rate)", to the end of the period asked about.
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM confirmed
UNION ALL
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, -numerator
FROM costs
UNION ALL
SELECT day, NULL, person_id, project_id, budget_id, service_id, NULL, currency, -numerator
FROM booked_cost
