-- uses: owed
-- "overdue_receivables: due before it"; due today is not overdue.
SELECT day, invoice_id, client_id, project_id, budget_id, ageing, currency, numerator::BIGINT AS numerator
FROM owed
WHERE days_late > 0
