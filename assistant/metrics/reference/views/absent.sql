-- uses: workable
-- "Absence hours on a day are capped at pattern x (1 - holiday fraction) less earlier absences of that day":
-- approved leave that reduces availability, earlier by start_date, then absence_id. Blank hours_per_day is
-- the whole day.
WITH leave_days AS (
    SELECT
        absences.absence_id,
        absences.person_id,
        absences.category,
        absences.start_date,
        absences.hours_per_day,
        unnest(generate_series(
            greatest(absences.start_date, least(asked.first_day, asked.today)),
            least(absences.end_date, asked.last_day),
            INTERVAL 1 DAY
        ))::DATE AS day
    FROM absences
    CROSS JOIN asked
    WHERE absences.status = 'approved'
        AND NOT list_contains(asked.keeps_availability, coalesce(lower(absences.category), ''))
),
wanted AS (
    SELECT
        leave_days.absence_id,
        leave_days.person_id,
        leave_days.category,
        leave_days.day,
        workable.pattern,
        workable.seconds AS workable,
        coalesce(leave_days.hours_per_day, workable.seconds) AS seconds,
        sum(coalesce(leave_days.hours_per_day, workable.seconds)) OVER (
            PARTITION BY leave_days.person_id, leave_days.day
            ORDER BY leave_days.start_date, leave_days.absence_id
            ROWS UNBOUNDED PRECEDING
        ) AS so_far
    FROM leave_days
    JOIN workable ON workable.person_id = leave_days.person_id AND workable.day = leave_days.day
)
SELECT
    absence_id,
    person_id,
    category,
    day,
    pattern,
    (least(so_far, workable) - least(so_far - seconds, workable))::BIGINT AS seconds
FROM wanted
WHERE so_far - seconds < workable AND seconds > 0
