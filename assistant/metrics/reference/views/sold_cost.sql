-- uses: first_hours, sold_hours, started
-- "Sold hours x cost rate at start": the hours sold with each budget by the date asked about, approved changes
-- included, evenly over everybody who has worked on it, each at the cost of their first hour on it; cut down to whole
-- slices. Where nobody has, it is not known. `as_sold` is the same before any change, and blank where nothing was sold
-- but changes.
WITH sold AS (
    SELECT hours.budget_id, hours.project_id, sum(hours.seconds)::HUGEINT AS seconds, sum(hours.unchanged)::HUGEINT AS unchanged
    FROM (
        SELECT day, budget_id, project_id, seconds, NULL AS unchanged FROM sold_hours
        UNION ALL
        SELECT day, budget_id, project_id, NULL, seconds FROM first_hours
    ) AS hours
    JOIN asked ON hours.day <= asked.last_day
    GROUP BY hours.budget_id, hours.project_id
),
costs AS (
    SELECT
        sold.budget_id, sold.project_id, started.person_id, started.currency, started.people,
        sold.seconds * started.cost AS cost, sold.unchanged * started.cost AS first_cost
    FROM sold
    JOIN started ON started.budget_id = sold.budget_id
)
SELECT
    budget_id, project_id, person_id, currency,
    (cost - (cost % people + people) % people) // people AS numerator,
    (first_cost - (first_cost % people + people) % people) // people AS as_sold
FROM costs
