-- "agreements_ending: budgets whose end_date lies in the period (renewals)".
SELECT end_date AS day, budget_id, project_id, 1::BIGINT AS numerator
FROM budgets
WHERE end_date IS NOT NULL
