-- uses: costed
-- "labor_cost: all tracked hours x cost rate at date, billable or not".
SELECT
    date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id,
    cost_currency AS currency, hours * cost AS numerator
FROM costed
