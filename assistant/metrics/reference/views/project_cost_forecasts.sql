-- uses: project_costs
-- "EAC = BAC / CPI by default", on the cost basis, which is BAC x AC / EV, cut down to whole slices; nothing earned: none.
WITH shares AS (
    SELECT *, bac * ac * sign(ev) AS part, abs(ev) AS whole
    FROM project_costs
    WHERE ev <> 0
)
SELECT day, project_id, currency, bac, ac, (part - (part % whole + whole) % whole) // whole AS eac
FROM shares
