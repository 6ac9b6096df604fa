-- uses: sole_budget
-- "Committed apart": expenses that are ordered and not yet due (status committed), whatever their date, each with
-- its budget (budget_id, else the project's one budget in force that day).
SELECT
    expenses.date AS day, expenses.project_id,
    coalesce(expenses.budget_id, sole.budget_id) AS budget_id,
    expenses.category, expenses.vendor,
    coalesce(expenses.currency, asked.base_currency) AS currency,
    expenses.amount * 3600 AS numerator
FROM expenses
CROSS JOIN asked
LEFT JOIN sole_budget AS sole ON sole.project_id = expenses.project_id
    AND expenses.date >= sole.first_day
    AND expenses.date < sole.next_day
WHERE expenses.status = 'committed' AND expenses.amount IS NOT NULL
