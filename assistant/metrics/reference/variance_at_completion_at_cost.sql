-- uses: project_cost_forecasts
-- On the cost basis (sold hours x cost rate):
-- "variance_at_completion": BAC - EAC.
SELECT day, project_id, currency, (bac - eac)::BIGINT AS numerator
FROM project_cost_forecasts
