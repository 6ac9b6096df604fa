-- "draft_invoices: net of the invoices that are drafts now, credit notes negative".
SELECT
    asked.last_day AS day, invoices.invoice_id, invoices.client_id, invoices.project_id, invoices.budget_id,
    coalesce(invoices.currency, asked.base_currency) AS currency,
    3600 * CASE WHEN invoices.kind = 'credit_note' THEN -abs(invoices.net) ELSE invoices.net END AS numerator
FROM invoices
CROSS JOIN asked
WHERE invoices.status = 'draft' AND invoices.net IS NOT NULL
