-- uses: pace, agreements, changes, belongs
-- "burn_index_hours: the burn index in hours": (tracked / budget_hours) / (elapsed / planned), one slice per
-- budget, as of the period's end. A retainer's hours are those of all its months, for its days are too. No
-- end, no hours or nothing elapsed: none.
WITH sold AS (
    SELECT
        agreements.budget_id, agreements.project_id,
        agreements.hours::HUGEINT * CASE agreements.type WHEN 'retainer' THEN pace.months ELSE 1 END
        + coalesce((
            SELECT sum(changes.hours) FROM changes
            WHERE changes.budget_id = agreements.budget_id AND changes.day <= asked.last_day
        ), 0) AS seconds,
        pace.elapsed, pace.planned, asked.last_day
    FROM agreements
    CROSS JOIN asked
    JOIN pace ON pace.budget_id = agreements.budget_id
    WHERE agreements.hours IS NOT NULL
),
tracked AS (
    SELECT belongs.budget_id, sum(belongs.hours)::HUGEINT AS seconds
    FROM belongs
    JOIN asked ON belongs.date <= asked.last_day
    GROUP BY belongs.budget_id
)
SELECT
    sold.last_day AS day, sold.project_id, sold.budget_id,
    coalesce(tracked.seconds, 0) * sold.planned AS numerator,
    sold.seconds * sold.elapsed AS denominator
FROM sold
LEFT JOIN tracked ON tracked.budget_id = sold.budget_id
WHERE sold.seconds <> 0
