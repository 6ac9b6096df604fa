-- uses: billed
-- "invoiced: net of invoices issued in the period, drafts and void out, credit notes negative".
SELECT day, invoice_id, client_id, project_id, budget_id, currency, net::BIGINT AS numerator
FROM billed
