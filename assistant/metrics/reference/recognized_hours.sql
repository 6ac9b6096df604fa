-- uses: agreements, caps, changes, work, worth
-- "recognized_hours: T&M: billable (stops at the cap); fixed: cumulative billable up to the service's quantity, in
-- date order; fixed time without a service: against budget hours; retainers and no budget: billable; non-billable:
-- 0; within a day by entry_id", through yesterday. "At a money cap = value to date / price, half up to a second":
-- what is under a cap is stacked in order, and the hours to date are those below the value to date; a change of the
-- cap or of the hours sold makes a slice without a person. Time without a price, or at price 0, reaches no cap.
WITH counted AS (
    SELECT
        work.entry_id, work.date, work.person_id, work.project_id, work.budget_id, work.service_id, work.task_id,
        coalesce(work.billable_hours, 0) AS billable_hours
    FROM work
    JOIN asked ON work.date < asked.today
),
stacked AS (
    SELECT
        worth.budget_id, worth.day, worth.entry_id, counted.billable_hours AS seconds, worth.counted AS value,
        sum(worth.counted) OVER earlier - worth.counted AS value_before,
        sum(counted.billable_hours) OVER earlier - counted.billable_hours AS seconds_before
    FROM worth
    JOIN counted ON counted.entry_id = worth.entry_id
    WHERE worth.under_cap AND worth.counted > 0
    WINDOW earlier AS (
        PARTITION BY worth.budget_id ORDER BY worth.day, worth.entry_id ROWS UNBOUNDED PRECEDING
    )
),
cap_events AS (
    SELECT budget_id, day, 1 AS turn, entry_id AS id, entry_id, value, 0::HUGEINT AS raised
    FROM stacked
    UNION ALL
    SELECT changes.budget_id, changes.day, 0, changes.change_id, NULL, 0, coalesce(changes.amount, 0)::HUGEINT * 3600
    FROM changes
    JOIN asked ON changes.day < asked.today
),
held AS (
    SELECT
        cap_events.*, caps.project_id,
        greatest(0, least(
            sum(cap_events.value) OVER earlier, caps.cap + sum(cap_events.raised) OVER earlier
        ))::HUGEINT AS recognized
    FROM cap_events
    JOIN caps ON caps.budget_id = cap_events.budget_id
    WINDOW earlier AS (
        PARTITION BY cap_events.budget_id ORDER BY cap_events.day, cap_events.turn, cap_events.id
        ROWS UNBOUNDED PRECEDING
    )
),
capped AS (
    SELECT
        held.budget_id, held.day, held.turn, held.id, held.entry_id, held.project_id,
        coalesce(stacked.seconds_before + least(
            stacked.seconds,
            ((held.recognized - stacked.value_before) * stacked.seconds * 2 + stacked.value) // (stacked.value * 2)
        ), 0) AS seconds
    FROM held
    ASOF LEFT JOIN stacked ON stacked.budget_id = held.budget_id AND held.recognized >= stacked.value_before
),
fixed_work AS (
    SELECT counted.*, agreements.hours AS sold, services.quantity
    FROM counted
    JOIN agreements ON agreements.budget_id = counted.budget_id AND agreements.type = 'fixed'
    LEFT JOIN services ON services.service_id = counted.service_id
),
lines AS (
    SELECT
        *,
        sum(billable_hours) OVER (
            PARTITION BY service_id ORDER BY date, entry_id ROWS UNBOUNDED PRECEDING
        ) AS so_far
    FROM fixed_work
    WHERE quantity IS NOT NULL
),
sold_events AS (
    SELECT budget_id, date AS day, 1 AS turn, entry_id AS id, entry_id, billable_hours AS seconds, 0 AS more_sold
    FROM fixed_work
    WHERE quantity IS NULL AND sold IS NOT NULL
    UNION ALL
    SELECT changes.budget_id, changes.day, 0, changes.change_id, NULL, 0, coalesce(changes.hours, 0)
    FROM changes
    JOIN asked ON changes.day < asked.today
),
sold_by_then AS (
    SELECT
        sold_events.*, agreements.project_id,
        least(
            sum(sold_events.seconds) OVER earlier,
            greatest(0, agreements.hours + sum(sold_events.more_sold) OVER earlier)
        ) AS recognized
    FROM sold_events
    CROSS JOIN asked
    JOIN agreements ON agreements.budget_id = sold_events.budget_id
        AND agreements.type = 'fixed' AND agreements.hours IS NOT NULL
    WHERE sold_events.turn = 1 OR agreements.delivered_on IS NULL OR agreements.delivered_on >= asked.today
        OR sold_events.day <= agreements.delivered_on
    WINDOW earlier AS (
        PARTITION BY sold_events.budget_id ORDER BY sold_events.day, sold_events.turn, sold_events.id
        ROWS UNBOUNDED PRECEDING
    )
),
steps AS (
    SELECT
        budget_id, project_id, day, entry_id,
        seconds - lag(seconds, 1, 0) OVER (PARTITION BY budget_id ORDER BY day, turn, id) AS seconds
    FROM capped
    UNION ALL
    SELECT
        budget_id, project_id, day, entry_id,
        recognized - lag(recognized, 1, 0) OVER (PARTITION BY budget_id ORDER BY day, turn, id)
    FROM sold_by_then
),
recognized AS (
    SELECT entry_id, seconds FROM steps WHERE entry_id IS NOT NULL
    UNION ALL
    SELECT entry_id, least(so_far, quantity) - least(so_far - billable_hours, quantity) FROM lines
    UNION ALL
    SELECT entry_id, billable_hours FROM fixed_work WHERE quantity IS NULL AND sold IS NULL
    UNION ALL
    SELECT counted.entry_id, counted.billable_hours
    FROM counted
    JOIN worth ON worth.entry_id = counted.entry_id AND NOT (worth.under_cap AND worth.counted > 0)
    UNION ALL
    SELECT counted.entry_id, counted.billable_hours
    FROM counted
    JOIN agreements ON agreements.budget_id = counted.budget_id AND agreements.type = 'retainer'
)
SELECT
    counted.date AS day, counted.entry_id, counted.person_id, counted.project_id, counted.budget_id,
    counted.service_id, counted.task_id, recognized.seconds::BIGINT AS numerator
FROM recognized
JOIN counted ON counted.entry_id = recognized.entry_id
UNION ALL
SELECT day, NULL, NULL, project_id, budget_id, NULL, NULL, seconds::BIGINT
FROM steps
WHERE entry_id IS NULL AND seconds <> 0
