-- uses: first_totals, sold_cost
-- "Margin sold (amount vs sold hours x cost rate at start)": of the budgets with an amount, sold hours and a known
-- cost, the amount and its cost as they were sold, before any
-- change, as of the date asked about.
SELECT
    asked.last_day AS day, first_totals.project_id, first_totals.budget_id, NULL::VARCHAR AS person_id, first_totals.currency,
    sum(first_totals.numerator)::HUGEINT AS amount, 0::HUGEINT AS cost
FROM first_totals
JOIN asked ON first_totals.day <= asked.last_day
WHERE first_totals.budget_id IN (SELECT sold_cost.budget_id FROM sold_cost WHERE sold_cost.as_sold IS NOT NULL)
GROUP BY asked.last_day, first_totals.project_id, first_totals.budget_id, first_totals.currency
UNION ALL
SELECT
    asked.last_day, sold_cost.project_id, sold_cost.budget_id, sold_cost.person_id, sold_cost.currency,
    0, sold_cost.as_sold
FROM sold_cost
CROSS JOIN asked
WHERE sold_cost.as_sold IS NOT NULL
    AND sold_cost.budget_id IN (SELECT first_totals.budget_id FROM first_totals JOIN asked ON first_totals.day <= asked.last_day)
