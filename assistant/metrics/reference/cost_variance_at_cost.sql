-- uses: project_costs
-- On the cost basis (sold hours x cost rate):
-- "cost_variance": EV - AC.
SELECT day, project_id, currency, (ev - ac)::BIGINT AS numerator
FROM project_costs
