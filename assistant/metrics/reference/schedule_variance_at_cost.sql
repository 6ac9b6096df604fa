-- uses: project_costs
-- "schedule_variance": EV - PV.
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, (ev - pv)::BIGINT AS numerator
FROM project_costs
