-- uses: burning_hours
-- "burn_index_hours: the burn index in hours", one slice per budget.
SELECT day, project_id, budget_id, numerator, denominator
FROM burning_hours
