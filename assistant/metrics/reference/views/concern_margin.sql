-- uses: recognized, costs, target_margins
-- "Margin below target": margin to date of the project, each slice converted at its own day's rate, below the target
-- in force; a project without revenue has no margin, and money without a rate is left out.
WITH rates_from AS (
    SELECT
        currency, rate::HUGEINT AS rate, date AS first_day,
        lead(date, 1, DATE '9999-12-31') OVER (PARTITION BY currency ORDER BY date) AS next_day
    FROM exchange_rates
    WHERE currency <> (SELECT base_currency FROM asked)
    UNION ALL
    SELECT base_currency, 1000000000000, DATE '0001-01-01', DATE '9999-12-31' FROM asked
),
sides AS (
    SELECT day, project_id, currency, numerator::HUGEINT AS earned, 0::HUGEINT AS cost FROM recognized
    UNION ALL
    SELECT day, project_id, currency, 0, numerator::HUGEINT FROM costs
),
margins AS (
    SELECT
        sides.project_id, sum(sides.earned * rates_from.rate) AS earned, sum(sides.cost * rates_from.rate) AS cost
    FROM sides
    CROSS JOIN asked
    JOIN rates_from ON rates_from.currency = coalesce(sides.currency, asked.base_currency)
        AND sides.day >= rates_from.first_day AND sides.day < rates_from.next_day
    WHERE sides.day <= asked.last_day
    GROUP BY sides.project_id
)
SELECT margins.project_id
FROM margins
JOIN target_margins ON target_margins.project_id = margins.project_id
WHERE margins.earned > 0
    AND (margins.earned - margins.cost) * 1000000 < margins.earned * target_margins.value
