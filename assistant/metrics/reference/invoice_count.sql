-- "invoice_count: a number counts once, whatever it is split over; no drafts, void ones or credit notes"; it
-- stands on the day of its first row by id.
SELECT
    arg_min(issued_on, invoice_id) AS day, min(invoice_id) AS invoice_id, client_id, 1::BIGINT AS numerator
FROM invoices
WHERE kind = 'invoice' AND status IN ('sent', 'paid') AND issued_on IS NOT NULL
GROUP BY client_id, coalesce(number, invoice_id)
