-- uses: agreements
-- "Retainer: monthly amount, straight over the calendar days of each month inside start..end (a whole month =
-- the amount)": recognized to date within each month, floored, taken day by day; through yesterday, and on
-- through the period's end for forecasts.
WITH retainers AS (
    SELECT
        agreements.budget_id, agreements.project_id, agreements.start_date,
        coalesce(agreements.currency, asked.base_currency) AS currency,
        agreements.amount::HUGEINT * 3600 AS fee,
        unnest(generate_series(
            agreements.start_date,
            least(agreements.end_date, greatest(asked.today - 1, asked.last_day)),
            INTERVAL 1 DAY
        ))::DATE AS day
    FROM agreements
    CROSS JOIN asked
    WHERE agreements.type = 'retainer' AND agreements.amount IS NOT NULL
),
shares AS (
    SELECT
        *,
        fee * (day - greatest(start_date, date_trunc('month', day)::DATE) + 1) AS part,
        day(last_day(day)) AS whole
    FROM retainers
),
to_date AS (
    SELECT *, (part - ((part % whole) + whole) % whole) // whole AS recognized
    FROM shares
)
SELECT
    day, project_id, budget_id, currency,
    (
        recognized
        - lag(recognized, 1, 0) OVER (PARTITION BY budget_id, date_trunc('month', day) ORDER BY day)
    )::BIGINT AS numerator
FROM to_date
