-- uses: earned_time, earned_fixed, earned_monthly, overage
-- "agi: revenue - the billable expenses that are in it": recognized revenue through yesterday, by budget type,
-- without the expenses charged on beside time.
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM earned_time
UNION ALL
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM earned_fixed
UNION ALL
SELECT earned_monthly.day, NULL, NULL, project_id, budget_id, NULL, NULL, currency, numerator
FROM earned_monthly
JOIN asked ON earned_monthly.day < asked.today
UNION ALL
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM overage
