-- uses: project_costs
-- On the cost basis (sold hours x cost rate):
-- "spi": EV / PV.
SELECT day, project_id, currency, ev::BIGINT AS numerator, pv::BIGINT AS denominator
FROM project_costs
