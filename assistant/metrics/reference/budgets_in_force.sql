-- "budgets_in_force: budgets in force on the date"; which of them are open the shell knows, as for what is added up.
SELECT asked.last_day AS day, budgets.budget_id, budgets.project_id, 1::BIGINT AS numerator
FROM budgets
CROSS JOIN asked
