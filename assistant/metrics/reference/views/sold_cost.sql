-- uses: sold_hours, costed
-- "Sold hours x cost rate at start": the hours sold with each budget by the date asked about, approved changes
-- included, evenly over everybody who has worked on it by then and whose cost is known, each at the cost of their
-- first hour on it; cut down to whole slices. Where nobody has, it is not known.
WITH sold AS (
    SELECT sold_hours.budget_id, sold_hours.project_id, sum(sold_hours.seconds)::HUGEINT AS seconds
    FROM sold_hours
    JOIN asked ON sold_hours.day <= asked.last_day
    GROUP BY sold_hours.budget_id, sold_hours.project_id
),
started AS (
    SELECT
        costed.budget_id, costed.person_id,
        arg_min(costed.cost, (costed.date, costed.entry_id)) AS cost,
        arg_min(costed.cost_currency, (costed.date, costed.entry_id)) AS currency
    FROM costed
    JOIN asked ON costed.date <= asked.last_day
    WHERE costed.budget_id IS NOT NULL
    GROUP BY costed.budget_id, costed.person_id
),
parts AS (
    SELECT
        sold.budget_id, sold.project_id, started.person_id, started.currency,
        sold.seconds * started.cost AS value, count(*) OVER (PARTITION BY sold.budget_id) AS people
    FROM sold
    JOIN started ON started.budget_id = sold.budget_id
)
SELECT
    budget_id, project_id, person_id, currency,
    (value - (value % people + people) % people) // people AS numerator
FROM parts
