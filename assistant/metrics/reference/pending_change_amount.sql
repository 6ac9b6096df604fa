-- uses: pending, agreements
-- "pending_change_amount: change requests pending at the end of the period", in the budget's currency.
SELECT
    pending.day, pending.budget_id, coalesce(agreements.project_id, pending.project_id) AS project_id,
    coalesce(agreements.currency, asked.base_currency) AS currency,
    pending.amount * 3600 AS numerator
FROM pending
CROSS JOIN asked
LEFT JOIN agreements ON agreements.budget_id = pending.budget_id
WHERE pending.amount IS NOT NULL
