-- uses: project_costs
-- On the cost basis (sold hours x cost rate):
-- "actual_cost: on the price basis is budget_used".
SELECT day, project_id, currency, ac::BIGINT AS numerator
FROM project_costs
