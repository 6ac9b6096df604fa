-- uses: project_cost_forecasts
-- "variance_at_completion": BAC - EAC.
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, (bac - eac)::BIGINT AS numerator
FROM project_cost_forecasts
