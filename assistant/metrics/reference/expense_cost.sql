-- uses: spent
-- "expense_cost: approved expense amounts; committed apart", through today.
SELECT date AS day, project_id, budget_id, category, vendor, currency, amount * 3600 AS numerator
FROM spent
WHERE amount IS NOT NULL
