-- uses: project_values
-- "planned_value: BAC = budget total (price); PV by task due dates weighted by estimate".
SELECT day, project_id, currency, pv::BIGINT AS numerator
FROM project_values
