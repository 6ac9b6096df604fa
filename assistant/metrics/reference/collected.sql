-- "payments by paid_on (gross)", with what the invoice row they pay names.
SELECT
    payments.paid_on AS day, payments.invoice_id, invoices.client_id, invoices.project_id, invoices.budget_id,
    coalesce(payments.currency, asked.base_currency) AS currency,
    payments.amount * 3600 AS numerator
FROM payments
CROSS JOIN asked
LEFT JOIN invoices ON invoices.invoice_id = payments.invoice_id
WHERE payments.amount IS NOT NULL
