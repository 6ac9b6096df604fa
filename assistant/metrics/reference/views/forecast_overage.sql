-- uses: overage_terms, allowances, expected
-- "Retainer: as revenue", from today with scheduled hours for tracked ones: what is booked beyond a month's
-- allowance, going on from this month's use and what it carries; nothing after a budget's end.
WITH RECURSIVE ahead AS (
    SELECT expected.*, date_trunc('month', expected.day)::DATE AS month
    FROM expected
    JOIN overage_terms AS terms ON terms.budget_id = expected.budget_id
        AND expected.day <= coalesce(terms.end_date, expected.day)
),
latest AS (
    SELECT budget_id, max(month) AS month, arg_max(seconds, month) AS seconds, arg_max(used, month) AS used
    FROM allowances
    GROUP BY budget_id
),
planned AS (
    SELECT budget_id, month, sum(seconds)::BIGINT AS seconds
    FROM ahead
    GROUP BY budget_id, month
),
months AS (
    SELECT budget_id, month, seconds, used
    FROM latest
    UNION ALL
    SELECT
        months.budget_id,
        (months.month + INTERVAL 1 MONTH)::DATE,
        terms.hours + least(
            terms.rollover_cap_hours,
            greatest(0, months.seconds - months.used - coalesce(planned.seconds, 0))
        ),
        0
    FROM months
    CROSS JOIN asked
    JOIN overage_terms AS terms ON terms.budget_id = months.budget_id
        AND months.month < date_trunc('month', least(terms.end_date, asked.last_day))
    LEFT JOIN planned ON planned.budget_id = months.budget_id AND planned.month = months.month
),
running AS (
    SELECT
        ahead.*,
        months.seconds AS allowed,
        months.used + sum(ahead.seconds) OVER (
            PARTITION BY ahead.budget_id, ahead.month ORDER BY ahead.day, ahead.booking_id
            ROWS UNBOUNDED PRECEDING
        ) AS so_far
    FROM ahead
    JOIN months ON months.budget_id = ahead.budget_id AND months.month = ahead.month
)
SELECT
    running.day, running.person_id, running.project_id, running.budget_id, running.service_id, terms.currency,
    (
        (running.so_far - greatest(running.allowed, running.so_far - running.seconds)) * terms.overage_rate
    )::BIGINT AS numerator
FROM running
JOIN overage_terms AS terms ON terms.budget_id = running.budget_id
WHERE running.so_far > running.allowed
