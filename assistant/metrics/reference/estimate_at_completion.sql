-- uses: project_forecasts
-- "estimate_at_completion: EAC = BAC / CPI by default".
SELECT day, project_id, currency, eac::BIGINT AS numerator
FROM project_forecasts
