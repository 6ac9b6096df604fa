-- uses: project_values
-- "cost_variance": EV - AC, on the price basis.
SELECT day, project_id, currency, (ev - ac)::BIGINT AS numerator
FROM project_values
