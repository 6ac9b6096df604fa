-- uses: overserviced, belongs
-- "overservicing_rate: overserviced / tracked".
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, numerator, 0::BIGINT AS denominator
FROM overserviced
UNION ALL
SELECT date, entry_id, person_id, project_id, budget_id, service_id, task_id, 0, hours
FROM belongs
