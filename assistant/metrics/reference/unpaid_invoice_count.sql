-- uses: owed
-- "unpaid_invoice_count: invoices issued by the date on which something is still owed; a number counts once".
SELECT asked.last_day AS day, min(invoices.invoice_id) AS invoice_id, invoices.client_id, 1::BIGINT AS numerator
FROM invoices
CROSS JOIN asked
WHERE invoices.kind = 'invoice'
    AND invoices.invoice_id IN (SELECT invoice_id FROM owed GROUP BY invoice_id HAVING sum(numerator) > 0)
GROUP BY asked.last_day, invoices.client_id, coalesce(invoices.number, invoices.invoice_id)
