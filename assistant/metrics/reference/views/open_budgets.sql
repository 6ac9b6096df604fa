-- "Which budgets a wide question adds up: started by then, not delivered, not ended, project planned, active or on
-- hold".
SELECT budgets.budget_id, budgets.project_id
FROM budgets
CROSS JOIN asked
JOIN projects ON projects.project_id = budgets.project_id
WHERE coalesce(budgets.start_date, projects.start_date, asked.last_day) <= asked.last_day
    AND (budgets.delivered_on IS NULL OR budgets.delivered_on > asked.last_day)
    AND (budgets.end_date IS NULL OR budgets.end_date >= asked.last_day)
    AND projects.status IN ('planned', 'active', 'on_hold')
