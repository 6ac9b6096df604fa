-- uses: agreements, changes, belongs
-- "overserviced_hours: max(0, tracked - sold hours incl. approved changes), per budget; retainers against the
-- cumulative allowance; no hours = n/a", through today: what is over to date is taken after each event (the
-- hours sold, a month's allowance, an approved change, an entry); a slice is the difference two of them make.
-- A change or an allowance that comes later takes back, without a person. An allowance comes on the first day
-- of each month inside start..end; a retainer that starts nobody knows when has none.
WITH with_hours AS (
    SELECT *
    FROM agreements
    WHERE hours IS NOT NULL AND (type <> 'retainer' OR start_date IS NOT NULL)
),
events AS (
    SELECT
        budget_id, DATE '0001-01-01' AS day, 0 AS turn, '' AS id,
        NULL::VARCHAR AS entry_id, NULL::VARCHAR AS person_id, project_id,
        NULL::VARCHAR AS service_id, NULL::VARCHAR AS task_id,
        -hours AS seconds
    FROM with_hours
    WHERE type <> 'retainer'
    UNION ALL
    SELECT
        months.budget_id, greatest(months.month, months.start_date), 0, '', NULL, NULL, months.project_id, NULL, NULL,
        -months.hours
    FROM (
        SELECT
            with_hours.*,
            unnest(generate_series(
                date_trunc('month', start_date), least(end_date, asked.today), INTERVAL 1 MONTH
            ))::DATE AS month
        FROM with_hours
        CROSS JOIN asked
        WHERE type = 'retainer'
    ) AS months
    UNION ALL
    SELECT
        changes.budget_id, changes.day, 1, changes.change_id, NULL, NULL, with_hours.project_id, NULL, NULL,
        -changes.hours
    FROM changes
    JOIN with_hours ON with_hours.budget_id = changes.budget_id
    WHERE changes.hours IS NOT NULL
    UNION ALL
    SELECT
        belongs.budget_id, belongs.date, 2, belongs.entry_id, belongs.entry_id, belongs.person_id,
        belongs.project_id, belongs.service_id, belongs.task_id, belongs.hours
    FROM belongs
    JOIN with_hours ON with_hours.budget_id = belongs.budget_id
),
to_date AS (
    SELECT
        events.*,
        greatest(0, sum(events.seconds) OVER (
            PARTITION BY events.budget_id ORDER BY events.day, events.turn, events.id ROWS UNBOUNDED PRECEDING
        )) AS over
    FROM events
    JOIN asked ON events.day <= asked.today
),
steps AS (
    SELECT *, over - lag(over, 1, 0) OVER (PARTITION BY budget_id ORDER BY day, turn, id) AS numerator
    FROM to_date
)
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, numerator::BIGINT AS numerator
FROM steps
WHERE numerator <> 0
