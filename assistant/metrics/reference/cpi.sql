-- uses: project_values
-- "cpi": EV / AC, on the price basis.
SELECT day, project_id, currency, ev::BIGINT AS numerator, ac::BIGINT AS denominator
FROM project_values
