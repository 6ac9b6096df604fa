-- uses: costed
-- "A missing cost rate makes the cost of those hours unknown: they are left out": what the hours with a known cost
-- cost, over those hours, which have no currency.
SELECT
    date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id,
    cost_currency AS currency, hours * cost AS numerator, 0::BIGINT AS denominator
FROM costed
UNION ALL
SELECT date, entry_id, person_id, project_id, budget_id, service_id, task_id, NULL, 0, hours
FROM costed
