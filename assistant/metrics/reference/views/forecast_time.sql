-- uses: agreements, caps, changes, worth, expected, own_day_rates
-- "From today: T&M scheduled hours x price (stops at cap)", going on from what was worked: to date is
-- min(value, cap) of both; nothing after a budget's end. A price in another currency than the budget's takes of
-- the cap what it is worth at the last known rate, and stays outside where there is none; an unknown one earns 0.
WITH valued AS (
    SELECT
        expected.day, expected.booking_id, expected.person_id, expected.project_id, expected.budget_id,
        expected.service_id,
        coalesce(expected.price_currency, agreements.currency, asked.base_currency) AS currency,
        coalesce(expected.seconds::HUGEINT * expected.price, 0) AS value,
        caps.currency AS capped_in
    FROM expected
    CROSS JOIN asked
    JOIN agreements ON agreements.budget_id = expected.budget_id
        AND agreements.type = 'time_and_materials'
        AND expected.day <= coalesce(agreements.end_date, expected.day)
    LEFT JOIN caps ON caps.budget_id = expected.budget_id
),
ahead AS (
    SELECT
        valued.*,
        coalesce(valued.currency = valued.capped_in OR theirs.rate * ours.rate > 0, FALSE) AS under_cap,
        CASE WHEN valued.currency = valued.capped_in THEN valued.value ELSE valued.value * theirs.rate // ours.rate END
            AS counted
    FROM valued
    LEFT JOIN own_day_rates AS theirs ON valued.currency <> valued.capped_in
        AND theirs.currency = valued.currency AND valued.day >= theirs.first_day AND valued.day < theirs.next_day
    LEFT JOIN own_day_rates AS ours ON valued.currency <> valued.capped_in
        AND ours.currency = valued.capped_in AND valued.day >= ours.first_day AND valued.day < ours.next_day
),
so_far AS (
    SELECT
        caps.*,
        coalesce((
            SELECT sum(worth.counted) FROM worth WHERE worth.budget_id = caps.budget_id AND worth.under_cap
        ), 0) AS counted,
        caps.cap + coalesce((
            SELECT sum(changes.amount) FROM changes
            WHERE changes.budget_id = caps.budget_id AND changes.day < asked.today
        ), 0) * 3600 AS cap_today
    FROM caps
    CROSS JOIN asked
),
events AS (
    SELECT
        day, person_id, project_id, budget_id, service_id, currency, value, counted,
        1 AS turn, booking_id AS id, 0::HUGEINT AS raised
    FROM ahead
    WHERE under_cap
    UNION ALL
    SELECT
        changes.day, NULL, caps.project_id, caps.budget_id, NULL, caps.currency, 0, 0,
        0, changes.change_id, coalesce(changes.amount, 0)::HUGEINT * 3600
    FROM changes
    JOIN caps ON caps.budget_id = changes.budget_id AND changes.day <= coalesce(caps.end_date, changes.day)
    JOIN asked ON changes.day BETWEEN asked.today AND asked.last_day
),
to_date AS (
    SELECT
        events.*,
        so_far.currency AS capped_in,
        least(so_far.counted, so_far.cap_today) AS before,
        least(
            so_far.counted + sum(events.counted) OVER earlier,
            so_far.cap_today + sum(events.raised) OVER earlier
        ) AS recognized
    FROM events
    JOIN so_far ON so_far.budget_id = events.budget_id
    WINDOW earlier AS (
        PARTITION BY events.budget_id ORDER BY events.day, events.turn, events.id ROWS UNBOUNDED PRECEDING
    )
),
steps AS (
    SELECT
        *,
        recognized
        - coalesce(lag(recognized) OVER (PARTITION BY budget_id ORDER BY day, turn, id), before) AS granted
    FROM to_date
)
SELECT
    day, person_id, project_id, budget_id, service_id, currency,
    CASE
        WHEN currency = capped_in THEN granted
        WHEN granted = counted THEN value
        ELSE value * granted // counted
    END::BIGINT AS numerator
FROM steps
UNION ALL
SELECT day, person_id, project_id, budget_id, service_id, currency, value::BIGINT
FROM ahead
WHERE NOT under_cap
