-- uses: recognized, earned_monthly, forecast_time, forecast_fixed, forecast_overage
-- "confirmed_revenue: for the past days of the period: revenue; from today: T&M scheduled hours x price,
-- fixed fees by their bookings or straight to their end, retainers as revenue".
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM recognized
UNION ALL
SELECT day, NULL, person_id, project_id, budget_id, service_id, NULL, currency, numerator
FROM forecast_time
UNION ALL
SELECT day, NULL, person_id, project_id, budget_id, service_id, NULL, currency, numerator
FROM forecast_fixed
UNION ALL
SELECT day, NULL, person_id, project_id, budget_id, service_id, NULL, currency, numerator
FROM forecast_overage
UNION ALL
SELECT earned_monthly.day, NULL, NULL, project_id, budget_id, NULL, NULL, currency, numerator
FROM earned_monthly
JOIN asked ON earned_monthly.day >= asked.today
