-- uses: costed, spent
-- "cost: labor_cost + expense_cost", through today.
SELECT
    date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id,
    cost_currency AS currency, hours * cost AS numerator
FROM costed
UNION ALL
SELECT date, NULL, NULL, project_id, budget_id, NULL, NULL, currency, amount * 3600
FROM spent
WHERE amount IS NOT NULL
