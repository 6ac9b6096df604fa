-- uses: owed, billed
-- "dso: receivables / (gross invoiced in the last 3 complete months / 90)": the three before the month of the
-- date; both sides times 90.
SELECT
    day, invoice_id, client_id, project_id, budget_id, currency,
    numerator::HUGEINT * 90 AS numerator, 0::HUGEINT AS denominator
FROM owed
UNION ALL
SELECT
    billed.day, billed.invoice_id, billed.client_id, billed.project_id, billed.budget_id, billed.currency,
    0, billed.net + billed.tax
FROM billed
JOIN asked ON billed.day < date_trunc('month', asked.last_day)
    AND billed.day >= date_trunc('month', asked.last_day) - INTERVAL 3 MONTH
