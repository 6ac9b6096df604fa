-- "Receivables: invoices with status sent now, issued by then, less payments by then; credit notes reduce
-- them; due today is not overdue": gross and, below it, what was paid, all on the invoice's own day, with the
-- days past due on the date asked about (0 where it is not due, or nothing says when).
WITH sent AS (
    SELECT
        invoices.*,
        asked.base_currency, asked.last_day,
        greatest(0, coalesce(asked.last_day - invoices.due_on, 0)) AS days_late
    FROM invoices
    JOIN asked ON invoices.issued_on <= asked.last_day
    WHERE invoices.status = 'sent' AND invoices.net IS NOT NULL
),
parts AS (
    SELECT
        issued_on AS day, invoice_id, client_id, project_id, budget_id, days_late,
        coalesce(currency, base_currency) AS currency,
        3600 * CASE
            WHEN kind = 'credit_note' THEN -abs(net) - abs(coalesce(tax, 0))
            ELSE net + coalesce(tax, 0)
        END AS numerator
    FROM sent
    UNION ALL
    SELECT
        sent.issued_on, sent.invoice_id, sent.client_id, sent.project_id, sent.budget_id, sent.days_late,
        coalesce(payments.currency, sent.base_currency),
        -3600 * payments.amount
    FROM payments
    JOIN sent ON sent.invoice_id = payments.invoice_id AND payments.paid_on <= sent.last_day
    WHERE payments.amount IS NOT NULL
)
SELECT
    parts.*,
    CASE
        WHEN days_late = 0 THEN 'not due'
        WHEN days_late <= 30 THEN '1-30'
        WHEN days_late <= 60 THEN '31-60'
        WHEN days_late <= 90 THEN '61-90'
        ELSE '90+'
    END AS ageing
FROM parts
