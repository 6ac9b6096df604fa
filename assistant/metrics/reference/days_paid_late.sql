-- uses: paid_by_due
-- "days_paid_late: days from the day an invoice was due to the day it was paid, weighted by the amounts paid".
SELECT
    day, invoice_id, client_id, project_id, budget_id, currency,
    paid::HUGEINT * (day - due_on) AS numerator, paid::HUGEINT AS denominator
FROM paid_by_due
