-- uses: project_costs
-- On the cost basis (sold hours x cost rate):
-- "schedule_variance": EV - PV.
SELECT day, project_id, currency, (ev - pv)::BIGINT AS numerator
FROM project_costs
