-- uses: billed, priced
-- "realization: invoiced / (billable hours x price at date) on budgets invoiced in the period".
WITH invoiced AS (
    SELECT billed.*
    FROM billed
    JOIN asked ON billed.day <= asked.last_day AND (billed.day >= asked.first_day OR asked.to_date)
    WHERE billed.budget_id IS NOT NULL
)
SELECT
    day, NULL AS entry_id, NULL AS person_id, invoice_id, client_id, project_id, budget_id, NULL AS service_id,
    NULL AS task_id, currency, net::BIGINT AS numerator, 0::BIGINT AS denominator
FROM invoiced
UNION ALL
SELECT
    priced.date, priced.entry_id, priced.person_id, NULL, NULL, priced.project_id, priced.budget_id,
    priced.service_id, priced.task_id, priced.price_currency, 0, priced.billable_hours * priced.price
FROM priced
WHERE priced.budget_id IN (SELECT invoiced.budget_id FROM invoiced)
    AND priced.billable_hours IS NOT NULL AND priced.price IS NOT NULL
