-- uses: recognized, costs
-- "profit: revenue - cost", both through yesterday.
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM recognized
UNION ALL
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, -numerator
FROM costs
