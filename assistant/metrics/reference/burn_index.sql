-- uses: burning
-- "burn_index: (used / total) / (elapsed / planned working days)", one slice per budget.
SELECT day, project_id, budget_id, numerator, denominator
FROM burning
