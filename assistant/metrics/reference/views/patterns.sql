-- "The weekly pattern in force from that date; part-timers have their own", "inside employment": each person's
-- patterns as [first_day, last_day], by week parity. Week A is the odd ISO weeks, week B the even ones; a pattern
-- without a week stands for both. Whose contract has no start is never available.
WITH patterns AS (
    SELECT
        working_hours.person_id,
        weeks.parity,
        [mon, tue, wed, thu, fri, sat, sun] AS seconds,
        working_hours.valid_from,
        lead(working_hours.valid_from, 1, DATE '9999-12-31') OVER (
            PARTITION BY working_hours.person_id, weeks.parity
            ORDER BY working_hours.valid_from, working_hours.week NULLS FIRST
        ) AS next_from
    FROM working_hours
    JOIN (VALUES ('A', 1), ('B', 0)) AS weeks (week, parity)
        ON weeks.week = coalesce(working_hours.week, weeks.week)
)
SELECT
    patterns.person_id,
    patterns.parity,
    patterns.seconds,
    greatest(patterns.valid_from, people.start_date) AS first_day,
    least(patterns.next_from - 1, people.end_date) AS last_day
FROM patterns
JOIN people ON people.person_id = patterns.person_id AND people.start_date IS NOT NULL
