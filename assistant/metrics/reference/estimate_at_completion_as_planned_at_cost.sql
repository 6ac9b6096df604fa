-- uses: project_costs
-- "The other three forms on request": EAC = AC + (BAC - EV), when what is left goes as planned (the overrun to date
-- stays what it is).
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, (ac + bac - ev)::BIGINT AS numerator
FROM project_costs
