-- uses: recognized, billed
-- "unbilled: revenue to date - invoiced to date; negative = deferred".
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, NULL AS client_id, NULL AS invoice_id,
    currency, numerator
FROM recognized
UNION ALL
SELECT day, NULL, NULL, project_id, budget_id, NULL, NULL, client_id, invoice_id, currency, -net::BIGINT
FROM billed
