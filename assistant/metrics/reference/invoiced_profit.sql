-- uses: billed, costed, spent
-- "invoiced_profit: invoiced - cost: a different metric, labelled so".
SELECT
    day, NULL AS entry_id, NULL AS person_id, project_id, budget_id, NULL AS service_id, NULL AS task_id,
    client_id, invoice_id, currency, net::BIGINT AS numerator
FROM billed
UNION ALL
SELECT
    date, entry_id, person_id, project_id, budget_id, service_id, task_id, NULL, NULL, cost_currency,
    -(hours * cost)
FROM costed
UNION ALL
SELECT date, NULL, NULL, project_id, budget_id, NULL, NULL, NULL, NULL, currency, -amount * 3600
FROM spent
WHERE amount IS NOT NULL
