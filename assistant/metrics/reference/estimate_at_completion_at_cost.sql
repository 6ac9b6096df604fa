-- uses: project_cost_forecasts
-- "estimate_at_completion: EAC = BAC / CPI by default".
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, eac::BIGINT AS numerator
FROM project_cost_forecasts
