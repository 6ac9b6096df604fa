-- uses: agreements, changes, belongs
-- "retainer_balance_hours: opening rollover (surplus or deficit, surplus capped) + allowance - used, month by
-- month": used = tracked; whole allowance in part months; surplus carried up to the cap (blank = all); with an
-- overage_rate the excess is billed and not carried, without one the deficit carries. A change adds in the
-- month it was decided in. Before the first month and after the last there is no allowance, but time on it counts:
-- a deficit that is carried or billed like any other.
WITH RECURSIVE terms AS (
    SELECT
        agreements.budget_id, agreements.project_id, agreements.hours, agreements.rollover_cap_hours,
        agreements.overage_rate IS NOT NULL AS is_billed,
        agreements.end_date,
        date_trunc('month', agreements.start_date)::DATE AS first_month,
        least(asked.last_day, asked.today) AS through,
        asked.last_day
    FROM agreements
    JOIN asked ON agreements.start_date <= least(asked.last_day, asked.today)
    WHERE agreements.type = 'retainer' AND agreements.hours IS NOT NULL
        AND date_trunc('month', agreements.start_date) <= coalesce(agreements.end_date, agreements.start_date)
),
moves AS (
    SELECT
        terms.budget_id, date_trunc('month', moved.day)::DATE AS month, sum(moved.seconds)::BIGINT AS seconds
    FROM (
        SELECT budget_id, date AS day, -hours AS seconds FROM belongs
        UNION ALL
        SELECT budget_id, day, hours FROM changes WHERE hours IS NOT NULL
    ) AS moved
    JOIN terms ON terms.budget_id = moved.budget_id AND moved.day <= terms.through
    GROUP BY ALL
),
months AS (
    SELECT
        opened.budget_id, opened.month,
        CASE WHEN opened.month = opened.first_month THEN opened.hours ELSE 0 END + coalesce(moves.seconds, 0) AS seconds
    FROM (
        SELECT terms.budget_id, terms.hours, terms.first_month, least(terms.first_month, moved.month) AS month
        FROM terms
        LEFT JOIN (SELECT budget_id, min(month) AS month FROM moves GROUP BY budget_id) AS moved
            ON moved.budget_id = terms.budget_id
    ) AS opened
    LEFT JOIN moves ON moves.budget_id = opened.budget_id AND moves.month = opened.month
    UNION ALL
    SELECT
        months.budget_id,
        (months.month + INTERVAL 1 MONTH)::DATE,
        CASE
            WHEN months.seconds >= 0 THEN least(months.seconds, terms.rollover_cap_hours)
            WHEN terms.is_billed THEN 0
            ELSE months.seconds
        END
        + CASE
            WHEN months.month + INTERVAL 1 MONTH BETWEEN terms.first_month
                AND coalesce(terms.end_date, months.month + INTERVAL 1 MONTH)
                THEN terms.hours
            ELSE 0
        END
        + coalesce(moves.seconds, 0)
    FROM months
    JOIN terms ON terms.budget_id = months.budget_id AND months.month < date_trunc('month', terms.through)
    LEFT JOIN moves ON moves.budget_id = months.budget_id AND moves.month = months.month + INTERVAL 1 MONTH
)
SELECT
    terms.last_day AS day, terms.budget_id, terms.project_id,
    CASE WHEN terms.is_billed THEN greatest(0, months.seconds) ELSE months.seconds END AS numerator
FROM terms
JOIN months ON months.budget_id = terms.budget_id AND months.month = date_trunc('month', terms.through)
