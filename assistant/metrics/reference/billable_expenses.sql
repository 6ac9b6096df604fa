-- uses: sole_budget
-- "billable_expenses: what of the approved expenses is charged on to clients", through today; each with its budget.
SELECT
    expenses.date AS day, expenses.project_id, coalesce(expenses.budget_id, sole.budget_id) AS budget_id,
    expenses.category, expenses.vendor, coalesce(expenses.currency, asked.base_currency) AS currency,
    expenses.billable_amount * 3600 AS numerator
FROM expenses
JOIN asked ON expenses.date <= asked.today
LEFT JOIN sole_budget AS sole ON sole.project_id = expenses.project_id
    AND expenses.date >= sole.first_day
    AND expenses.date < sole.next_day
WHERE expenses.status = 'approved' AND expenses.billable_amount IS NOT NULL
