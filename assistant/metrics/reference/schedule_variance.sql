-- uses: project_values
-- "schedule_variance": EV - PV, on the price basis.
SELECT day, project_id, currency, (ev - pv)::BIGINT AS numerator
FROM project_values
