-- uses: project_costs
-- "planned_value: BAC = budget total (price); PV by task due dates weighted by estimate".
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, pv::BIGINT AS numerator
FROM project_costs
