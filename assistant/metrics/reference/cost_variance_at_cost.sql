-- uses: project_costs
-- "cost_variance": EV - AC.
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, (ev - ac)::BIGINT AS numerator
FROM project_costs
