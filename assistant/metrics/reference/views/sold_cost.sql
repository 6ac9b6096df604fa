-- uses: sold_hours, started
-- "Sold hours x cost rate at start": the hours sold with each budget by the date asked about, approved changes
-- included, evenly over everybody who has worked on it, each at the cost of their first hour on it; cut down to whole
-- slices. Where nobody has, it is not known.
WITH sold AS (
    SELECT sold_hours.budget_id, sold_hours.project_id, sum(sold_hours.seconds)::HUGEINT AS seconds
    FROM sold_hours
    JOIN asked ON sold_hours.day <= asked.last_day
    GROUP BY sold_hours.budget_id, sold_hours.project_id
)
SELECT
    sold.budget_id, sold.project_id, started.person_id, started.currency,
    (
        sold.seconds * started.cost
        - (sold.seconds * started.cost % started.people + started.people) % started.people
    ) // started.people AS numerator
FROM sold
JOIN started ON started.budget_id = sold.budget_id
