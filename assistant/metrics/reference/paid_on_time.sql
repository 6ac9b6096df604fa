-- uses: paid_by_due
-- "paid_on_time: what was paid by the day its invoice was due, over all that was paid in the period".
SELECT
    day, invoice_id, client_id, project_id, budget_id, currency,
    CASE WHEN day <= due_on THEN paid ELSE 0 END AS numerator, paid AS denominator
FROM paid_by_due
