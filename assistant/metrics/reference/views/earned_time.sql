-- uses: worth, caps, changes
-- "T&M: recognized hours x price at date (stops at the cap)": to date is min(value, cap), the cap being the
-- amount and the changes approved by then; a slice is the difference two events make, the one a change makes
-- has no person. An entry counts by what it takes of the cap and is earned in the currency of its price.
WITH events AS (
    SELECT worth.* EXCLUDE (under_cap), 1 AS turn, entry_id AS id, 0::HUGEINT AS raised
    FROM worth
    WHERE under_cap
    UNION ALL
    SELECT
        changes.day, NULL, NULL, caps.project_id, caps.budget_id, NULL, NULL, caps.currency, 0, 0,
        0 AS turn, changes.change_id AS id, coalesce(changes.amount, 0)::HUGEINT * 3600 AS raised
    FROM changes
    JOIN caps ON caps.budget_id = changes.budget_id
    JOIN asked ON changes.day < asked.today
),
to_date AS (
    SELECT
        events.*,
        caps.currency AS capped_in,
        sum(events.counted) OVER earlier AS taken,
        caps.cap + sum(events.raised) OVER earlier AS cap,
        row_number() OVER earlier = 1 AS is_first
    FROM events
    JOIN caps ON caps.budget_id = events.budget_id
    WINDOW earlier AS (
        PARTITION BY events.budget_id ORDER BY events.day, events.turn, events.id ROWS UNBOUNDED PRECEDING
    )
),
steps AS (
    SELECT
        day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, capped_in, value, counted,
        least(taken, cap) - CASE WHEN is_first THEN 0 ELSE least(taken - counted, cap - raised) END AS granted
    FROM to_date
)
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    CASE
        WHEN currency = capped_in THEN granted
        WHEN granted = counted THEN value
        ELSE value * granted // counted
    END::BIGINT AS numerator
FROM steps
WHERE entry_id IS NOT NULL OR granted <> 0
UNION ALL
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, value::BIGINT
FROM worth
WHERE NOT under_cap
