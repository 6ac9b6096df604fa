-- uses: deal_sides
-- "Margin visibility before the contract is signed": the value of open deals less what they would cost.
SELECT day, deal_id, client_id, currency, value - cost AS numerator
FROM deal_sides
