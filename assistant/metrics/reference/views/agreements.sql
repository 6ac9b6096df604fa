-- "A blank start of a budget is its project's start": the budgets, with that day in start_date.
SELECT budgets.* REPLACE (coalesce(budgets.start_date, projects.start_date) AS start_date)
FROM budgets
LEFT JOIN projects ON projects.project_id = budgets.project_id
