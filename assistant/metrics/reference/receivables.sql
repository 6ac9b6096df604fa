-- uses: owed
-- "receivables: gross of sent invoices - payments, as of a date; ageing buckets not due, 1-30, 31-60, 61-90,
-- 90+ days past due".
SELECT day, invoice_id, client_id, project_id, budget_id, ageing, currency, numerator::BIGINT AS numerator
FROM owed
