-- uses: project_costs
-- On the cost basis (sold hours x cost rate):
-- "earned_value: EV = BAC x percent_complete".
SELECT day, project_id, currency, ev::BIGINT AS numerator
FROM project_costs
