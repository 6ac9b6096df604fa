-- uses: full_totals, used, booked_ahead, rates_then
-- "budget_runout_date: first day on which used + future burn >= total: scheduled hours x price while there are
-- bookings, burn_rate / 5 per working day after; not before the end when it does not": already over = the past
-- day on which it was passed; else bookings through the last booked day, then burn_rate / 5 each Mon-Fri to the
-- end, for ten years where there is none. In days since 1970; a denominator of 0 says "not before the end". In
-- the budget's currency; parts priced in another are brought to it by the rates of the date, and what has no
-- rate is unknown. What is booked beyond the end is no use of the budget, as in forecast_used.
WITH horizon AS (
    SELECT
        last_day,
        least(last_day, today - 1) AS through,
        least(last_day, today - 1) - (isodow(least(last_day, today - 1)) % 7)::INTEGER AS sunday
    FROM asked
),
terms AS (
    SELECT
        full_totals.budget_id, full_totals.project_id, full_totals.type, full_totals.currency,
        full_totals.total * coalesce(ours.rate, 1) AS total,
        coalesce(ours.rate, 1) AS rate,
        ours.rate IS NOT NULL AS is_convertible,
        coalesce(full_totals.end_date, (horizon.through + INTERVAL 10 YEAR)::DATE) AS last_day
    FROM full_totals
    CROSS JOIN horizon
    LEFT JOIN rates_then AS ours ON ours.currency = full_totals.currency
),
parts AS (
    SELECT used.budget_id, used.day, used.currency, used.numerator::HUGEINT AS value, FALSE AS is_booked
    FROM used
    JOIN horizon ON used.day <= horizon.through
    UNION ALL
    SELECT
        booked_ahead.budget_id, booked_ahead.day, booked_ahead.price_currency,
        coalesce(booked_ahead.seconds * booked_ahead.price, 0), TRUE
    FROM booked_ahead
),
days AS (
    SELECT
        terms.budget_id, parts.day, parts.is_booked,
        sum(coalesce(parts.value * CASE
            WHEN parts.currency = terms.currency THEN terms.rate
            WHEN terms.is_convertible THEN theirs.rate
        END, 0)) AS value
    FROM terms
    JOIN parts ON parts.budget_id = terms.budget_id AND terms.type <> 'non_billable'
        AND (NOT parts.is_booked OR parts.day <= terms.last_day)
    LEFT JOIN rates_then AS theirs ON theirs.currency = parts.currency
    GROUP BY terms.budget_id, parts.day, parts.is_booked
    UNION ALL
    SELECT terms.budget_id, horizon.through + 1, TRUE, 0
    FROM terms
    CROSS JOIN horizon
),
running AS (
    SELECT days.*, sum(days.value) OVER (PARTITION BY days.budget_id ORDER BY days.day) AS so_far
    FROM days
),
passed AS (
    SELECT running.budget_id, min(running.day) AS day
    FROM running
    JOIN terms ON terms.budget_id = running.budget_id AND running.so_far >= terms.total
        AND (NOT running.is_booked OR running.day <= terms.last_day)
    GROUP BY running.budget_id
),
burning AS (
    SELECT
        days.budget_id,
        sum(days.value) AS so_far,
        coalesce(sum(days.value) FILTER (
            WHERE NOT days.is_booked AND days.day > horizon.sunday - 28 AND days.day <= horizon.sunday
        ), 0) AS four_weeks
    FROM days
    CROSS JOIN horizon
    GROUP BY days.budget_id
),
last_booked AS (
    SELECT terms.budget_id, greatest(max(horizon.through), max(booked_ahead.day)) AS day
    FROM terms
    CROSS JOIN horizon
    LEFT JOIN booked_ahead ON booked_ahead.budget_id = terms.budget_id AND booked_ahead.day <= terms.last_day
    GROUP BY terms.budget_id
),
weekdays AS (
    SELECT
        terms.budget_id,
        last_booked.day - isodow(last_booked.day)::INTEGER + 1 AS monday,
        (
            least(isodow(last_booked.day), 5) - 1
            + least(100000, (20 * (terms.total - burning.so_far) + burning.four_weeks - 1) // burning.four_weeks)
        )::INTEGER AS ahead
    FROM terms
    JOIN burning ON burning.budget_id = terms.budget_id AND burning.four_weeks > 0
        AND burning.so_far < terms.total
    JOIN last_booked ON last_booked.budget_id = terms.budget_id
),
burned AS (
    SELECT budget_id, monday + 7 * (ahead // 5) + ahead % 5 AS day
    FROM weekdays
),
found AS (
    SELECT
        terms.budget_id, terms.project_id,
        coalesce(passed.day, CASE WHEN burned.day <= terms.last_day THEN burned.day END) AS day
    FROM terms
    LEFT JOIN passed ON passed.budget_id = terms.budget_id
    LEFT JOIN burned ON burned.budget_id = terms.budget_id
)
SELECT
    horizon.last_day AS day, found.budget_id, found.project_id,
    coalesce(found.day - DATE '1970-01-01', 0)::BIGINT AS numerator,
    (found.day IS NOT NULL)::BIGINT AS denominator
FROM found
CROSS JOIN horizon
