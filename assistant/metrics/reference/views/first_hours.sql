-- uses: agreements
-- "Sold hours are budgets.hours", as they were sold before any change, dated as the money is: on the budget's first
-- day, a retainer's on the first day of each month inside start..end.
SELECT
    coalesce(start_date, DATE '0001-01-01') AS day, budget_id, project_id, hours AS seconds
FROM agreements
WHERE type <> 'retainer' AND hours IS NOT NULL
UNION ALL
SELECT greatest(months.month, months.start_date), months.budget_id, months.project_id, months.hours
FROM (
    SELECT
        agreements.*,
        unnest(generate_series(
            date_trunc('month', agreements.start_date),
            least(agreements.end_date, asked.last_day),
            INTERVAL 1 MONTH
        ))::DATE AS month
    FROM agreements
    CROSS JOIN asked
    WHERE agreements.type = 'retainer' AND agreements.hours IS NOT NULL
) AS months
