-- uses: project_cost_forecasts
-- On the cost basis (sold hours x cost rate):
-- "estimate_at_completion: EAC = BAC / CPI by default".
SELECT day, project_id, currency, eac::BIGINT AS numerator
FROM project_cost_forecasts
