-- uses: patterns, calendars, closed
-- "Absence hours on a day are capped at pattern x (1 - holiday fraction) less earlier absences of that day":
-- every working day of approved leave that reduces availability, taken or planned, earlier by start_date, then
-- absence_id. Blank hours_per_day is the whole day.
WITH leave_days AS (
    SELECT
        absences.absence_id,
        absences.person_id,
        absences.category,
        absences.start_date,
        absences.hours_per_day,
        unnest(generate_series(absences.start_date, absences.end_date, INTERVAL 1 DAY))::DATE AS day
    FROM absences
    CROSS JOIN asked
    WHERE absences.status = 'approved'
        AND NOT list_contains(asked.keeps_availability, coalesce(lower(absences.category), ''))
),
worked_days AS (
    SELECT
        leave_days.*,
        patterns.seconds[isodow(leave_days.day)] AS pattern,
        (
            patterns.seconds[isodow(leave_days.day)] * (10000 - coalesce(closed.fraction, 0)) + 5000
        ) // 10000 AS workable
    FROM leave_days
    JOIN patterns ON patterns.person_id = leave_days.person_id
        AND leave_days.day BETWEEN patterns.first_day AND patterns.last_day
        AND weekofyear(leave_days.day) % 2 = patterns.parity
        AND patterns.seconds[isodow(leave_days.day)] > 0
    LEFT JOIN calendars ON calendars.person_id = leave_days.person_id
        AND leave_days.day >= calendars.valid_from
        AND leave_days.day < calendars.next_from
    LEFT JOIN closed ON closed.calendar = calendars.calendar AND closed.date = leave_days.day
),
wanted AS (
    SELECT
        *,
        coalesce(hours_per_day, workable) AS seconds,
        sum(coalesce(hours_per_day, workable)) OVER (
            PARTITION BY person_id, day ORDER BY start_date, absence_id ROWS UNBOUNDED PRECEDING
        ) AS so_far
    FROM worked_days
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
