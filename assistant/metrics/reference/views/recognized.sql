-- uses: agreements, earned_time, earned_fixed, earned_monthly, overage, spent
-- "Recognized revenue, by budget type", through yesterday: T&M with its billable expenses, fixed fees,
-- retainers with their overage, and time without a budget on a client project (billable hours x price). Non-
-- billable budgets and internal time give nothing.
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM earned_time
UNION ALL
SELECT
    spent.date, NULL, NULL, spent.project_id, spent.budget_id, NULL, NULL, spent.currency,
    (spent.billable_amount * 3600)::BIGINT
FROM spent
JOIN agreements ON agreements.budget_id = spent.budget_id AND agreements.type = 'time_and_materials'
JOIN asked ON spent.date < asked.today
WHERE spent.billable_amount IS NOT NULL
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
