-- uses: fees, changes, work
-- "Fixed, by_hours: amount x min(1, cumulative tracked hours / budget hours), the rest on delivered_on; no
-- hours -> straight_line: amount / calendar days of start..end; on_delivery: all on delivered_on", with the
-- fee and hours in force that day; sold hours <= 0 -> straight_line; nothing after delivery, but
-- straight_line goes straight on. What is recognized to date, floored, is taken after each event (an approved
-- change, a calendar day where it goes straight, an entry, the delivery); a slice is the difference two of
-- them make, with a person only where an hour earned it.
WITH events AS (
    SELECT
        changes.budget_id, changes.day, 0 AS turn, changes.change_id AS id,
        NULL::VARCHAR AS entry_id, NULL::VARCHAR AS person_id, NULL::VARCHAR AS project_id,
        NULL::VARCHAR AS service_id, NULL::VARCHAR AS task_id,
        coalesce(changes.amount, 0)::HUGEINT * 3600 AS more_fee, coalesce(changes.hours, 0) AS more_sold,
        0 AS worked
    FROM changes
    UNION ALL
    SELECT
        straight.budget_id, straight.day, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0
    FROM (
        SELECT
            fees.budget_id,
            unnest(generate_series(
                fees.start_date, least(fees.end_date, asked.today - 1), INTERVAL 1 DAY
            ))::DATE AS day
        FROM fees
        CROSS JOIN asked
        WHERE fees.end_date IS NOT NULL AND fees.method <> 'on_delivery'
            AND (
                fees.sold IS NULL OR fees.sold <= 0
                OR fees.budget_id IN (SELECT changes.budget_id FROM changes WHERE changes.hours < 0)
            )
    ) AS straight
    UNION ALL
    SELECT
        budget_id, date, 2, entry_id, entry_id, person_id, project_id, service_id, task_id, 0, 0, hours
    FROM work
    WHERE budget_id IN (SELECT fees.budget_id FROM fees WHERE fees.sold IS NOT NULL)
    UNION ALL
    SELECT budget_id, delivered_on, 3, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0
    FROM fees
    WHERE delivered_on IS NOT NULL
),
running AS (
    SELECT
        events.*,
        sum(events.more_fee) OVER earlier AS more_fee_so_far,
        sum(events.more_sold) OVER earlier AS more_sold_so_far,
        sum(events.worked) OVER earlier AS worked_so_far
    FROM events
    JOIN fees ON fees.budget_id = events.budget_id
    JOIN asked ON events.day < asked.today
    WHERE (events.turn = 1 OR events.day <= coalesce(fees.delivered_on, events.day))
    WINDOW earlier AS (
        PARTITION BY events.budget_id ORDER BY events.day, events.turn, events.id ROWS UNBOUNDED PRECEDING
    )
),
in_force AS (
    SELECT
        running.* REPLACE (coalesce(running.project_id, fees.project_id) AS project_id),
        fees.currency,
        fees.method,
        fees.fee + running.more_fee_so_far AS fee,
        fees.sold + running.more_sold_so_far AS sold,
        running.turn = 3 OR running.day > coalesce(fees.delivered_on, running.day) AS is_delivered,
        greatest(0, least(running.day, fees.end_date) - fees.start_date + 1) AS days_gone,
        fees.end_date - fees.start_date + 1 AS days
    FROM running
    JOIN fees ON fees.budget_id = running.budget_id
),
shares AS (
    SELECT
        *,
        CASE
            WHEN method = 'on_delivery' THEN fee * is_delivered::INTEGER
            WHEN sold > 0 AND is_delivered THEN fee
            WHEN sold > 0 THEN fee * least(worked_so_far, sold)
            ELSE fee * days_gone
        END AS part,
        CASE
            WHEN method = 'on_delivery' THEN 1
            WHEN sold > 0 AND is_delivered THEN 1
            WHEN sold > 0 THEN sold
            ELSE days
        END AS whole
    FROM in_force
),
to_date AS (
    SELECT
        *,
        CASE
            WHEN part >= 0 AND whole > 0 THEN part // whole
            ELSE coalesce((part - ((part % nullif(whole, 0)) + whole) % nullif(whole, 0)) // nullif(whole, 0), 0)
        END AS recognized
    FROM shares
),
steps AS (
    SELECT
        *,
        recognized - lag(recognized, 1, 0) OVER (PARTITION BY budget_id ORDER BY day, turn, id) AS numerator
    FROM to_date
)
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    numerator::BIGINT AS numerator
FROM steps
WHERE numerator <> 0
