-- uses: project_costs
-- "earned_value: EV = BAC x percent_complete".
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, ev::BIGINT AS numerator
FROM project_costs
