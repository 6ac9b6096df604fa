-- uses: confirmed
-- "confirmed_revenue: for the past days of the period: revenue; from today: what is booked and agreed".
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM confirmed
