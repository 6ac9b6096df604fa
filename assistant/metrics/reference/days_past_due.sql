-- uses: owed
-- "days_past_due: days that overdue invoices have been due by the date, weighted by what is owed on them".
SELECT
    owed.day, owed.invoice_id, owed.client_id, owed.project_id, owed.budget_id, owed.ageing, owed.currency,
    owed.numerator::HUGEINT * owed.days_late AS numerator, owed.numerator::HUGEINT AS denominator
FROM owed
WHERE owed.days_late > 0
    AND owed.invoice_id IN (SELECT invoices.invoice_id FROM invoices WHERE invoices.kind <> 'credit_note')
