-- uses: first_totals, first_cost
-- "Margin sold (amount vs sold hours x cost rate at start)": of the budgets with an amount, sold hours and a known
-- cost, the amount and its cost as they were sold, before any
-- change, as of the date asked about.
SELECT
    asked.last_day AS day, first_totals.project_id, first_totals.budget_id, NULL::VARCHAR AS person_id, first_totals.currency,
    sum(first_totals.numerator)::HUGEINT AS amount, 0::HUGEINT AS cost
FROM first_totals
JOIN asked ON first_totals.day <= asked.last_day
WHERE first_totals.budget_id IN (SELECT first_cost.budget_id FROM first_cost)
GROUP BY asked.last_day, first_totals.project_id, first_totals.budget_id, first_totals.currency
UNION ALL
SELECT
    asked.last_day, first_cost.project_id, first_cost.budget_id, first_cost.person_id, first_cost.currency,
    0, first_cost.numerator
FROM first_cost
CROSS JOIN asked
WHERE first_cost.budget_id IN (SELECT first_totals.budget_id FROM first_totals JOIN asked ON first_totals.day <= asked.last_day)
