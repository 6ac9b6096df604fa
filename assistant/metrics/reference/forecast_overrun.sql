-- uses: forecast_use, full_totals
-- "forecast_overrun: minus total"; it may be negative. Of the budgets that have a total.
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM forecast_use
WHERE budget_id IN (SELECT full_totals.budget_id FROM full_totals)
UNION ALL
SELECT
    asked.last_day, NULL, NULL, full_totals.project_id, full_totals.budget_id, NULL, NULL, full_totals.currency,
    -full_totals.total::BIGINT
FROM full_totals
CROSS JOIN asked
