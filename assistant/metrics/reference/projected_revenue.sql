-- uses: confirmed, weighted
-- "projected_revenue: confirmed_revenue + weighted_pipeline, always shown as two numbers and a sum".
SELECT
    'confirmed_revenue' AS component,
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, NULL AS deal_id, NULL AS client_id,
    currency, numerator
FROM confirmed
UNION ALL
SELECT
    'weighted_pipeline', day, NULL, NULL, NULL, NULL, NULL, NULL, deal_id, client_id, currency, numerator
FROM weighted
