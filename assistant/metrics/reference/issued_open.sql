-- uses: billed
-- "issued_open: gross of the invoices issued in the period that are sent and not paid, less what was paid on them
-- by today": what each is for and, below it, what came on it, all on the day the invoice was issued.
SELECT
    billed.day, billed.invoice_id, billed.client_id, billed.project_id, billed.budget_id, billed.currency,
    (billed.net + billed.tax)::BIGINT AS numerator
FROM billed
JOIN invoices USING (invoice_id)
WHERE invoices.status = 'sent'
UNION ALL
SELECT
    invoices.issued_on, invoices.invoice_id, invoices.client_id, invoices.project_id, invoices.budget_id,
    coalesce(payments.currency, asked.base_currency),
    (-3600 * payments.amount)::BIGINT
FROM payments
JOIN invoices ON invoices.invoice_id = payments.invoice_id
CROSS JOIN asked
WHERE invoices.status = 'sent' AND invoices.net IS NOT NULL AND invoices.issued_on IS NOT NULL
    AND payments.amount IS NOT NULL AND payments.paid_on <= asked.today
