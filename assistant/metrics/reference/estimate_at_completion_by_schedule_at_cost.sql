-- uses: project_costs
-- "The other three forms on request": EAC = AC + (BAC - EV) / (CPI x SPI), which is AC + (BAC - EV) x AC / EV x PV / EV,
-- cut down to whole slices after each of the two; nothing earned or nothing planned: none.
-- On the cost basis (sold hours x cost rate).
WITH shares AS (
    SELECT *, (bac - ev) * ac * sign(ev) AS part, abs(ev) AS whole
    FROM project_costs
    WHERE ev <> 0 AND pv <> 0
),
at_cost AS (
    SELECT *, (part - (part % whole + whole) % whole) // whole * pv * sign(ev) AS slower
    FROM shares
)
SELECT
    day, project_id, currency,
    (ac + (slower - (slower % whole + whole) % whole) // whole)::BIGINT AS numerator
FROM at_cost
