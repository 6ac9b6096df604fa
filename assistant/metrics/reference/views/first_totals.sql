-- uses: agreements
-- "Amount", as it was agreed before any change: on the budget's first day, a retainer's monthly amount on the first
-- day of each month inside start..end (on the start in the first), whole in part months, through the period's end.
SELECT
    coalesce(agreements.start_date, DATE '0001-01-01') AS day,
    agreements.budget_id, agreements.project_id,
    coalesce(agreements.currency, asked.base_currency) AS currency,
    agreements.amount * 3600 AS numerator
FROM agreements
CROSS JOIN asked
WHERE agreements.type <> 'retainer' AND agreements.amount IS NOT NULL
UNION ALL
SELECT
    greatest(months.month, months.start_date), months.budget_id, months.project_id, months.currency,
    months.amount * 3600
FROM (
    SELECT
        agreements.* REPLACE (coalesce(agreements.currency, asked.base_currency) AS currency),
        unnest(generate_series(
            date_trunc('month', agreements.start_date),
            least(agreements.end_date, asked.last_day),
            INTERVAL 1 MONTH
        ))::DATE AS month
    FROM agreements
    CROSS JOIN asked
    WHERE agreements.type = 'retainer' AND agreements.amount IS NOT NULL
) AS months
