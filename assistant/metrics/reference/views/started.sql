-- uses: costed
-- "Cost rate at start": of everybody who has worked on a budget by the date asked about and whose cost is known, the
-- cost of their first hour on it, and how many they are.
SELECT budget_id, person_id, cost, currency, count(*) OVER (PARTITION BY budget_id) AS people
FROM (
    SELECT
        costed.budget_id, costed.person_id,
        arg_min(costed.cost, (costed.date, costed.entry_id)) AS cost,
        arg_min(costed.cost_currency, (costed.date, costed.entry_id)) AS currency
    FROM costed
    JOIN asked ON costed.date <= asked.last_day
    WHERE costed.budget_id IS NOT NULL
    GROUP BY costed.budget_id, costed.person_id
) AS first_hours_worked
