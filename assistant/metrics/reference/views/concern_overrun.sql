-- uses: forecast_use, full_totals, open_budgets, rates_then
-- "forecast_overrun > 0", of any open budget of the project; what is in several currencies at the rates of the date.
WITH over AS (
    SELECT project_id, budget_id, currency, numerator::HUGEINT AS value
    FROM forecast_use
    JOIN asked ON forecast_use.day <= asked.last_day
    UNION ALL
    SELECT project_id, budget_id, currency, -total::HUGEINT
    FROM full_totals
)
SELECT DISTINCT open_budgets.project_id, 4 AS reason
FROM (
    SELECT over.budget_id, sum(over.value * rates_then.rate) AS value
    FROM over
    JOIN rates_then ON rates_then.currency = over.currency
    WHERE over.budget_id IN (SELECT budget_id FROM full_totals)
    GROUP BY over.budget_id
) AS sums
JOIN open_budgets ON open_budgets.budget_id = sums.budget_id
WHERE sums.value > 0
