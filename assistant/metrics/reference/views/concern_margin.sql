-- uses: recognized, costs, target_margins, own_day_rates
-- "Margin below target": margin to date of the project, each slice converted at its own day's rate, below the target
-- in force; a project without revenue has no margin, and money without a rate is left out.
WITH sides AS (
    SELECT day, project_id, currency, numerator::HUGEINT AS earned, 0::HUGEINT AS cost FROM recognized
    UNION ALL
    SELECT day, project_id, currency, 0, numerator::HUGEINT FROM costs
),
margins AS (
    SELECT
        sides.project_id, sum(sides.earned * own_day_rates.rate) AS earned, sum(sides.cost * own_day_rates.rate) AS cost
    FROM sides
    CROSS JOIN asked
    JOIN own_day_rates ON own_day_rates.currency = coalesce(sides.currency, asked.base_currency)
        AND sides.day >= own_day_rates.first_day AND sides.day < own_day_rates.next_day
    WHERE sides.day <= asked.last_day
    GROUP BY sides.project_id
)
SELECT margins.project_id, 8 AS reason
FROM margins
JOIN target_margins ON target_margins.project_id = margins.project_id
WHERE margins.earned > 0
    AND (margins.earned - margins.cost) * 1000000 < margins.earned * target_margins.value
