-- uses: recognized, costs
-- "margin: profit / revenue", both sides through yesterday.
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    numerator, numerator AS denominator
FROM recognized
UNION ALL
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    -numerator, 0::BIGINT
FROM costs
