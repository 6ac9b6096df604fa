-- uses: billed
-- "tax of the invoices in the period"; a credit note gives its tax back.
SELECT day, invoice_id, client_id, project_id, budget_id, currency, tax::BIGINT AS numerator
FROM billed
