-- uses: burning_hours, open_budgets
-- "burn_index > 1.15", in hours for those who see no money, of any open budget of the project.
SELECT DISTINCT burning_hours.project_id, 1 AS reason
FROM burning_hours
JOIN open_budgets ON open_budgets.budget_id = burning_hours.budget_id
WHERE burning_hours.denominator > 0 AND burning_hours.numerator * 100 > burning_hours.denominator * 115
