-- uses: billed
-- "credited: net of the credit notes issued in the period"; in what is billed they are negative.
SELECT day, invoice_id, client_id, project_id, budget_id, currency, -net AS numerator
FROM billed
WHERE kind = 'credit_note'
