-- "services: price per hour, in the budget's currency, beats bill_rates; billable = false means price 0",
-- less the discount, half up to 1/10000.
SELECT
    services.service_id,
    CASE
        WHEN services.billable IS FALSE THEN 0
        ELSE (services.price * (1000000 - coalesce(services.discount_percent, 0)) + 500000) // 1000000
    END AS price,
    coalesce(budgets.currency, asked.base_currency) AS currency
FROM services
CROSS JOIN asked
LEFT JOIN budgets ON budgets.budget_id = services.budget_id
WHERE services.price IS NOT NULL OR services.billable IS FALSE
