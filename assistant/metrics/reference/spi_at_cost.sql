-- uses: project_costs
-- "spi": EV / PV.
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, ev::BIGINT AS numerator, pv::BIGINT AS denominator
FROM project_costs
