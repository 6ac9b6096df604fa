-- uses: sold, recognized, costs, own_day_rates, rates_then
-- "margin_drift: margin to date - margin sold": of each project, profit / revenue less (amount - cost sold) / amount,
-- which is (cost sold x revenue - cost x amount) / (amount x revenue), each of the four in base currency cut down to
-- whole slices: what has happened at the rate of its own day, what was sold at that of the date asked about. Without
-- revenue or anything sold there is none.
WITH happened AS (
    SELECT day, project_id, currency, numerator::HUGEINT AS earned, 0::HUGEINT AS cost FROM recognized
    UNION ALL
    SELECT day, project_id, currency, 0, numerator::HUGEINT FROM costs
),
to_date AS (
    SELECT
        happened.project_id,
        sum(happened.earned * own_day_rates.rate) AS earned, sum(happened.cost * own_day_rates.rate) AS cost
    FROM happened
    CROSS JOIN asked
    JOIN own_day_rates ON own_day_rates.currency = coalesce(happened.currency, asked.base_currency)
        AND happened.day >= own_day_rates.first_day AND happened.day < own_day_rates.next_day
    WHERE happened.day <= asked.last_day
    GROUP BY happened.project_id
),
agreed AS (
    SELECT
        sold.project_id, any_value(sold.day) AS day,
        sum(sold.amount * rates_then.rate) AS amount, sum(sold.cost * rates_then.rate) AS cost
    FROM sold
    JOIN rates_then ON rates_then.currency = sold.currency
    GROUP BY sold.project_id
),
whole AS (
    SELECT
        agreed.project_id, agreed.day,
        (to_date.earned - (to_date.earned % 1000000000000 + 1000000000000) % 1000000000000) // 1000000000000 AS earned,
        (to_date.cost - (to_date.cost % 1000000000000 + 1000000000000) % 1000000000000) // 1000000000000 AS cost,
        (agreed.amount - (agreed.amount % 1000000000000 + 1000000000000) % 1000000000000) // 1000000000000 AS amount,
        (agreed.cost - (agreed.cost % 1000000000000 + 1000000000000) % 1000000000000) // 1000000000000 AS cost_sold
    FROM agreed
    JOIN to_date ON to_date.project_id = agreed.project_id
)
SELECT day, project_id, cost_sold * earned - cost * amount AS numerator, amount * earned AS denominator
FROM whole
WHERE amount <> 0 AND earned <> 0
