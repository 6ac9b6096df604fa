-- uses: sole_budget
-- "Only approved expenses": through today, each with its budget (budget_id, else the project's one budget in
-- force that day).
SELECT expenses.* REPLACE (
    coalesce(expenses.budget_id, sole.budget_id) AS budget_id,
    coalesce(expenses.currency, asked.base_currency) AS currency
)
FROM expenses
JOIN asked ON expenses.date <= asked.today
LEFT JOIN sole_budget AS sole ON sole.project_id = expenses.project_id
    AND expenses.date >= sole.first_day
    AND expenses.date < sole.next_day
WHERE expenses.status = 'approved'
