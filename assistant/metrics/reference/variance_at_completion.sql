-- uses: project_forecasts
-- "variance_at_completion": BAC - EAC, on the price basis.
SELECT day, project_id, currency, (bac - eac)::BIGINT AS numerator
FROM project_forecasts
