-- "Sum over days inside employment of the day's pattern hours (holidays still inside)": the days a person's
-- own pattern gives hours, from the earlier of today and the period's start (forecasts need those) to the
-- period's end. Whose contract has no start is never available. Week A is the odd ISO weeks, week B the even
-- ones; a pattern without a week stands for both.
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
),
stretches AS (
    SELECT
        patterns.person_id,
        patterns.parity,
        patterns.seconds,
        greatest(patterns.valid_from, people.start_date, least(asked.first_day, asked.today)) AS first_day,
        least(patterns.next_from - 1, people.end_date, asked.last_day) AS last_day
    FROM patterns
    JOIN people ON people.person_id = patterns.person_id AND people.start_date IS NOT NULL
    CROSS JOIN asked
),
person_days AS (
    SELECT
        person_id, parity, seconds,
        unnest(generate_series(first_day, last_day, INTERVAL 1 DAY))::DATE AS day
    FROM stretches
)
SELECT person_id, day, seconds[isodow(day)] AS seconds
FROM person_days
WHERE weekofyear(day) % 2 = parity AND seconds[isodow(day)] > 0
