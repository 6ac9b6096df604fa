-- uses: fees, changes, work, earned_fixed, expected, booked_budgets
-- "Fixed: each scheduled hour earns amount / budget hours until the fee is reached, or, with no bookings, the
-- rest of the fee straight over the remaining working days (Mon-Fri from the later of today and start) to
-- end_date", going on from what was earned; a fee not used up by its bookings is not spread further;
-- straight_line goes straight on; on_delivery, delivered work and budgets past their end forecast nothing. Where no
-- working day remains, what was recognized by then stays.
WITH changed AS (
    SELECT fees.budget_id, sum(changes.amount) AS amount, sum(changes.hours) AS hours
    FROM fees
    JOIN changes ON changes.budget_id = fees.budget_id
        AND changes.day <= coalesce(fees.delivered_on, changes.day)
    JOIN asked ON changes.day < asked.today
    GROUP BY fees.budget_id
),
worked AS (
    SELECT work.budget_id, sum(work.hours) AS seconds
    FROM work
    JOIN asked ON work.date < asked.today
    GROUP BY work.budget_id
),
earned AS (
    SELECT budget_id, sum(numerator) AS value FROM earned_fixed GROUP BY budget_id
),
so_far AS (
    SELECT
        fees.* REPLACE (
            fees.fee + coalesce(changed.amount, 0) * 3600 AS fee,
            fees.sold + coalesce(changed.hours, 0) AS sold
        ),
        greatest(fees.start_date, asked.today) AS next_day,
        asked.last_day,
        coalesce(worked.seconds, 0) AS worked,
        coalesce(earned.value, 0) AS earned,
        booked_budgets.budget_id IS NOT NULL AS is_booked
    FROM fees
    CROSS JOIN asked
    LEFT JOIN changed ON changed.budget_id = fees.budget_id
    LEFT JOIN worked ON worked.budget_id = fees.budget_id
    LEFT JOIN earned ON earned.budget_id = fees.budget_id
    LEFT JOIN booked_budgets ON booked_budgets.budget_id = fees.budget_id
    WHERE fees.method <> 'on_delivery'
),
running AS (
    SELECT
        so_far.*,
        len(list_filter(generate_series(next_day, end_date, INTERVAL 1 DAY), lambda day: isodow(day) <= 5))
            AS working_days
    FROM so_far
    WHERE delivered_on IS NULL OR sold IS NULL OR sold <= 0
),
events AS (
    SELECT
        changes.budget_id, changes.day, 0 AS turn, changes.change_id AS id,
        NULL::VARCHAR AS person_id, NULL::VARCHAR AS project_id, NULL::VARCHAR AS service_id,
        coalesce(changes.amount, 0)::HUGEINT * 3600 AS more_fee, coalesce(changes.hours, 0) AS more_sold,
        0 AS scheduled, 0 AS working_day
    FROM changes
    JOIN running ON running.budget_id = changes.budget_id AND running.delivered_on IS NULL
    JOIN asked ON changes.day >= asked.today
    UNION ALL
    SELECT
        days.budget_id, days.day, 1, NULL, NULL, NULL, NULL, 0, 0, 0, (isodow(days.day) <= 5)::INTEGER
    FROM (
        SELECT
            budget_id,
            unnest(generate_series(next_day, least(end_date, last_day), INTERVAL 1 DAY))::DATE AS day
        FROM running
        WHERE end_date IS NOT NULL
    ) AS days
    UNION ALL
    SELECT budget_id, day, 2, booking_id, person_id, project_id, service_id, 0, 0, seconds, 0
    FROM expected
),
in_force AS (
    SELECT
        events.budget_id, events.day, events.turn, events.id, events.person_id, events.service_id,
        coalesce(events.project_id, running.project_id) AS project_id,
        running.currency, running.earned, running.is_booked, running.working_days,
        running.fee + sum(events.more_fee) OVER earlier AS fee,
        running.sold + sum(events.more_sold) OVER earlier AS sold,
        running.worked + sum(events.scheduled) OVER earlier AS worked_so_far,
        sum(events.working_day) OVER earlier AS working_days_gone,
        greatest(0, events.day - running.start_date + 1) AS days_gone,
        running.end_date - running.start_date + 1 AS days
    FROM events
    JOIN running ON running.budget_id = events.budget_id
        AND events.day <= least(running.end_date, running.last_day)
    WINDOW earlier AS (
        PARTITION BY events.budget_id ORDER BY events.day, events.turn, events.id ROWS UNBOUNDED PRECEDING
    )
),
shares AS (
    SELECT
        *,
        CASE WHEN sold > 0 AND NOT is_booked THEN earned ELSE 0 END AS base,
        CASE
            WHEN sold > 0 AND is_booked THEN fee * least(worked_so_far, sold)
            WHEN sold > 0 THEN (fee - earned) * working_days_gone
            ELSE fee * days_gone
        END AS part,
        CASE
            WHEN sold > 0 AND is_booked THEN sold
            WHEN sold > 0 THEN working_days
            ELSE days
        END AS whole
    FROM in_force
),
to_date AS (
    SELECT *, base + (part - ((part % nullif(whole, 0)) + whole) % nullif(whole, 0)) // nullif(whole, 0) AS worked_out
    FROM shares
),
held AS (
    SELECT
        *,
        coalesce(last_value(worked_out IGNORE NULLS) OVER (
            PARTITION BY budget_id ORDER BY day, turn, id ROWS UNBOUNDED PRECEDING
        ), earned) AS recognized
    FROM to_date
),
steps AS (
    SELECT
        *,
        recognized - coalesce(lag(recognized) OVER (PARTITION BY budget_id ORDER BY day, turn, id), earned)
            AS numerator
    FROM held
)
SELECT day, person_id, project_id, budget_id, service_id, currency, numerator::BIGINT AS numerator
FROM steps
WHERE numerator <> 0
