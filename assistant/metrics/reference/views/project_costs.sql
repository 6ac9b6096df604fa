-- uses: sold_cost, costed, spent, rates_then, own_day_rates, progress
-- "Cost basis: BAC = sold hours x cost rate; PV by task due dates weighted by estimate; EV = BAC x percent_complete",
-- actual cost is cost to date, "converted at the row's own date"; what was sold, at the rates of the date asked about: of
-- each project all its budgets, in base currency, each of BAC and AC cut down to whole slices, then their shares. A project of which no cost of sold hours is known, and
-- one whose tasks have no estimates, have none. Cancelled tasks are out; no percent: done = 100, else 0.
WITH sold_then AS (
    SELECT sold_cost.project_id, sum(sold_cost.numerator::HUGEINT * rates_then.rate) AS value
    FROM sold_cost
    JOIN rates_then ON rates_then.currency = sold_cost.currency
    GROUP BY sold_cost.project_id
),
costs_then AS (
    SELECT costs.project_id, sum(costs.value * own_day_rates.rate) AS value
    FROM (
        SELECT project_id, cost_currency AS currency, date AS day, hours::HUGEINT * cost AS value FROM costed
        UNION ALL
        SELECT project_id, currency, date, amount::HUGEINT * 3600 FROM spent WHERE amount IS NOT NULL
    ) AS costs
    JOIN asked ON costs.day <= asked.last_day
    JOIN own_day_rates ON own_day_rates.currency = costs.currency
        AND costs.day >= own_day_rates.first_day AND costs.day < own_day_rates.next_day
    GROUP BY costs.project_id
),
whole AS (
    SELECT
        sold_then.project_id, progress.estimated, progress.due, progress.done,
        (sold_then.value - (sold_then.value % 1000000000000 + 1000000000000) % 1000000000000) // 1000000000000 AS bac,
        coalesce(
            (costs_then.value - (costs_then.value % 1000000000000 + 1000000000000) % 1000000000000) // 1000000000000, 0
        ) AS ac
    FROM sold_then
    JOIN progress ON progress.project_id = sold_then.project_id
    LEFT JOIN costs_then ON costs_then.project_id = sold_then.project_id
)
SELECT
    asked.last_day AS day, whole.project_id, asked.base_currency AS currency, whole.bac, whole.ac,
    (bac * due - (bac * due % estimated + estimated) % estimated) // estimated AS pv,
    (bac * done - (bac * done % (estimated * 1000000) + estimated * 1000000) % (estimated * 1000000))
        // (estimated * 1000000) AS ev
FROM whole
CROSS JOIN asked
