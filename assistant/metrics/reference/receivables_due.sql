-- "receivables_due: what is owed today (receivables as of today), by the day on which each invoice is due".
WITH sent AS (
    SELECT invoices.*, asked.base_currency, asked.today
    FROM invoices
    JOIN asked ON invoices.issued_on <= asked.today
    WHERE invoices.status = 'sent' AND invoices.net IS NOT NULL AND invoices.due_on IS NOT NULL
)
SELECT
    due_on AS day, invoice_id, client_id, project_id, budget_id,
    coalesce(currency, base_currency) AS currency,
    (3600 * CASE
        WHEN kind = 'credit_note' THEN -abs(net) - abs(coalesce(tax, 0))
        ELSE net + coalesce(tax, 0)
    END)::BIGINT AS numerator
FROM sent
UNION ALL
SELECT
    sent.due_on, sent.invoice_id, sent.client_id, sent.project_id, sent.budget_id,
    coalesce(payments.currency, sent.base_currency),
    (-3600 * payments.amount)::BIGINT
FROM payments
JOIN sent ON sent.invoice_id = payments.invoice_id AND payments.paid_on <= sent.today
WHERE payments.amount IS NOT NULL
