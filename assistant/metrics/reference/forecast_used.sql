-- uses: forecast_use
-- "forecast_used: used + future scheduled hours x price to the end".
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM forecast_use
