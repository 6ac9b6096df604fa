-- uses: used
-- "budget_used: billable (fixed: tracked) hours x price at date + billable expenses"; which budgets are open
-- is asked elsewhere.
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM used
