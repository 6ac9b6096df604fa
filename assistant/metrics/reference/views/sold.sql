-- uses: totals, sold_cost
-- "Margin sold (amount vs sold hours x cost rate at start)": of the budgets with an amount, sold hours and a known
-- cost, the amount (approved changes included) and its cost, as of the date asked about.
SELECT
    asked.last_day AS day, totals.project_id, totals.budget_id, NULL::VARCHAR AS person_id, totals.currency,
    sum(totals.numerator)::HUGEINT AS amount, 0::HUGEINT AS cost
FROM totals
JOIN asked ON totals.day <= asked.last_day
WHERE totals.budget_id IN (SELECT sold_cost.budget_id FROM sold_cost)
GROUP BY asked.last_day, totals.project_id, totals.budget_id, totals.currency
UNION ALL
SELECT
    asked.last_day, sold_cost.project_id, sold_cost.budget_id, sold_cost.person_id, sold_cost.currency,
    0, sold_cost.numerator
FROM sold_cost
CROSS JOIN asked
WHERE sold_cost.budget_id IN (SELECT totals.budget_id FROM totals JOIN asked ON totals.day <= asked.last_day)
