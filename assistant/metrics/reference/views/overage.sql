-- uses: agreements, work
-- "Overage hours x overage_rate", billed "on the day the allowance is passed and not carried": month by
-- month, used is tracked, the allowance is the month's hours (whole in part months) and the surplus carried
-- up to the cap (blank = all). Time in months outside start..end has no allowance to pass and is no overage.
WITH RECURSIVE retainers AS (
    SELECT
        agreements.budget_id, agreements.hours, agreements.overage_rate, agreements.rollover_cap_hours,
        coalesce(agreements.currency, asked.base_currency) AS currency,
        date_trunc('month', agreements.start_date)::DATE AS first_month,
        date_trunc('month', least(agreements.end_date, asked.today))::DATE AS last_month
    FROM agreements
    CROSS JOIN asked
    WHERE agreements.type = 'retainer' AND agreements.start_date IS NOT NULL
        AND agreements.overage_rate IS NOT NULL AND agreements.hours IS NOT NULL
),
worked AS (
    SELECT work.*, date_trunc('month', work.date)::DATE AS month
    FROM work
    JOIN asked ON work.date < asked.today
    WHERE work.budget_id IN (SELECT retainers.budget_id FROM retainers)
),
used AS (
    SELECT budget_id, month, sum(hours)::BIGINT AS seconds
    FROM worked
    GROUP BY budget_id, month
),
allowances AS (
    SELECT budget_id, first_month AS month, hours AS seconds
    FROM retainers
    WHERE first_month <= last_month
    UNION ALL
    SELECT
        allowances.budget_id,
        (allowances.month + INTERVAL 1 MONTH)::DATE,
        retainers.hours + least(
            retainers.rollover_cap_hours, greatest(0, allowances.seconds - coalesce(used.seconds, 0))
        )
    FROM allowances
    JOIN retainers ON retainers.budget_id = allowances.budget_id AND allowances.month < retainers.last_month
    LEFT JOIN used ON used.budget_id = allowances.budget_id AND used.month = allowances.month
),
running AS (
    SELECT
        worked.*,
        sum(worked.hours) OVER (
            PARTITION BY worked.budget_id, worked.month ORDER BY worked.date, worked.entry_id
            ROWS UNBOUNDED PRECEDING
        ) AS so_far
    FROM worked
)
SELECT
    running.date AS day, running.entry_id, running.person_id, running.project_id, running.budget_id,
    running.service_id, running.task_id, retainers.currency,
    (
        (running.so_far - greatest(allowances.seconds, running.so_far - running.hours))
        * retainers.overage_rate
    )::BIGINT AS numerator
FROM running
JOIN allowances ON allowances.budget_id = running.budget_id AND allowances.month = running.month
JOIN retainers ON retainers.budget_id = running.budget_id
WHERE running.so_far > allowances.seconds
