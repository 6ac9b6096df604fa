-- uses: belongs
-- "With approval_required, price metrics use approved time": the time entries they count, and which of them
-- earn by the hour: those on T&M, and those without a budget on a client project.
SELECT
    belongs.*,
    budgets.type = 'time_and_materials' OR (belongs.budget_id IS NULL AND projects.kind = 'client') AS by_the_hour
FROM belongs
JOIN asked ON belongs.status = 'approved' OR NOT asked.approval_required
LEFT JOIN budgets ON budgets.budget_id = belongs.budget_id
LEFT JOIN projects ON projects.project_id = belongs.project_id
