-- uses: billed, belongs
-- "billing_lag_days: amount-weighted issue date - last work date of the budget before it"; an invoice of a
-- budget on which nothing was worked before has no lag.
WITH worked AS (
    SELECT DISTINCT budget_id, date
    FROM belongs
    WHERE budget_id IS NOT NULL AND hours > 0
)
SELECT
    billed.day, billed.invoice_id, billed.client_id, billed.project_id, billed.budget_id, billed.currency,
    billed.net::HUGEINT * (billed.day - worked.date) AS numerator, billed.net::HUGEINT AS denominator
FROM billed
ASOF JOIN worked ON worked.budget_id = billed.budget_id AND worked.date < billed.day
WHERE billed.kind IS DISTINCT FROM 'credit_note'
