-- uses: project_cost_forecasts
-- "estimate_to_complete": EAC - AC.
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, (eac - ac)::BIGINT AS numerator
FROM project_cost_forecasts
