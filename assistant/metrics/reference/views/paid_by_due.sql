-- "Payments by paid_on (gross)" on invoices that say when they are due: no refunds, no credit notes, and nothing of
-- drafts and void ones.
SELECT
    payments.paid_on AS day, invoices.invoice_id, invoices.client_id, invoices.project_id, invoices.budget_id,
    invoices.due_on, payments.amount * 3600 AS paid,
    coalesce(payments.currency, asked.base_currency) AS currency
FROM payments
JOIN invoices ON invoices.invoice_id = payments.invoice_id
CROSS JOIN asked
WHERE payments.amount > 0
    AND invoices.due_on IS NOT NULL
    AND invoices.status NOT IN ('draft', 'void')
    AND invoices.kind <> 'credit_note'
