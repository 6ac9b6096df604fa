-- uses: first_hours, started
-- "Sold hours x cost rate at start", of the hours as they were sold before any change, evenly over everybody who has
-- worked on the budget, each at the cost of their first hour on it; cut down to whole slices.
WITH sold AS (
    SELECT first_hours.budget_id, first_hours.project_id, sum(first_hours.seconds)::HUGEINT AS seconds
    FROM first_hours
    JOIN asked ON first_hours.day <= asked.last_day
    GROUP BY first_hours.budget_id, first_hours.project_id
)
SELECT
    sold.budget_id, sold.project_id, started.person_id, started.currency,
    (
        sold.seconds * started.cost
        - (sold.seconds * started.cost % started.people + started.people) % started.people
    ) // started.people AS numerator
FROM sold
JOIN started ON started.budget_id = sold.budget_id
