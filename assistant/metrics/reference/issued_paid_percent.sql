-- uses: billed
-- "issued_paid_percent: what is paid by today of the invoices issued in the period, over their gross; one that is
-- marked paid is paid in full, of one that is sent count its payments".
WITH parts AS (
    SELECT
        billed.day, billed.invoice_id, billed.client_id, billed.project_id, billed.budget_id, billed.currency,
        billed.net + billed.tax AS gross, invoices.status = 'paid' AS is_settled
    FROM billed
    JOIN invoices USING (invoice_id)
)
SELECT
    day, invoice_id, client_id, project_id, budget_id, currency,
    (CASE WHEN is_settled THEN gross ELSE 0 END)::BIGINT AS numerator, gross::BIGINT AS denominator
FROM parts
UNION ALL
SELECT
    parts.day, parts.invoice_id, parts.client_id, parts.project_id, parts.budget_id,
    coalesce(payments.currency, asked.base_currency), (3600 * payments.amount)::BIGINT, 0
FROM parts
JOIN payments USING (invoice_id)
CROSS JOIN asked
WHERE NOT parts.is_settled AND payments.amount IS NOT NULL AND payments.paid_on <= asked.today
