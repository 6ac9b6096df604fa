-- uses: project_costs
-- "cpi": EV / AC.
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, ev::BIGINT AS numerator, ac::BIGINT AS denominator
FROM project_costs
