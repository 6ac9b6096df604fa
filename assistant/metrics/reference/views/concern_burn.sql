-- uses: burning, open_budgets
-- "burn_index > 1.15", of any open budget of the project.
SELECT DISTINCT burning.project_id, 1 AS reason
FROM burning
JOIN open_budgets ON open_budgets.budget_id = burning.budget_id
WHERE burning.denominator > 0 AND burning.numerator * 100 > burning.denominator * 115
