-- uses: project_forecasts
-- "estimate_to_complete": EAC - AC, on the price basis.
SELECT day, project_id, currency, (eac - ac)::BIGINT AS numerator
FROM project_forecasts
