-- uses: project_cost_forecasts
-- On the cost basis (sold hours x cost rate):
-- "estimate_to_complete": EAC - AC.
SELECT day, project_id, currency, (eac - ac)::BIGINT AS numerator
FROM project_cost_forecasts
