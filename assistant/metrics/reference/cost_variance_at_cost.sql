-- uses: project_costs
-- On the cost basis (sold hours x cost rate):
-- "cost_variance": EV - AC, on the price basis.
SELECT day, project_id, currency, (ev - ac)::BIGINT AS numerator
FROM project_costs
