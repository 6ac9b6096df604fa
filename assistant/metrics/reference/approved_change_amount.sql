-- uses: changes, agreements
-- "approved_change_amount: change requests approved in the period", in the budget's currency.
SELECT
    changes.day, changes.budget_id, coalesce(agreements.project_id, changes.project_id) AS project_id,
    coalesce(agreements.currency, asked.base_currency) AS currency,
    changes.amount * 3600 AS numerator
FROM changes
CROSS JOIN asked
LEFT JOIN agreements ON agreements.budget_id = changes.budget_id
WHERE changes.amount IS NOT NULL AND changes.day IS NOT NULL
