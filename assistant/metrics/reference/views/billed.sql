-- "Invoiced: net of invoices issued, drafts and void out; a credit note counts as -abs(net), whatever its sign
-- in the file": each row that counts, net and tax in slice units.
SELECT
    invoices.invoice_id, invoices.client_id, invoices.project_id, invoices.budget_id, invoices.kind,
    invoices.issued_on AS day,
    coalesce(invoices.currency, asked.base_currency) AS currency,
    3600 * CASE WHEN invoices.kind = 'credit_note' THEN -abs(invoices.net) ELSE invoices.net END AS net,
    3600 * coalesce(CASE WHEN invoices.kind = 'credit_note' THEN -abs(invoices.tax) ELSE invoices.tax END, 0) AS tax
FROM invoices
CROSS JOIN asked
WHERE invoices.status NOT IN ('draft', 'void') AND invoices.net IS NOT NULL AND invoices.issued_on IS NOT NULL
