-- uses: project_costs
-- On the cost basis (sold hours x cost rate):
-- "cpi": EV / AC.
SELECT day, project_id, currency, ev::BIGINT AS numerator, ac::BIGINT AS denominator
FROM project_costs
