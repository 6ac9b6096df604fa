-- uses: project_costs
-- "actual_cost: on the price basis is budget_used".
-- On the cost basis (sold hours x cost rate).
SELECT day, project_id, currency, ac::BIGINT AS numerator
FROM project_costs
