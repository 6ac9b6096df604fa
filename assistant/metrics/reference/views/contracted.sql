-- uses: patterns
-- "Sum over days inside employment of the day's pattern hours (holidays still inside)": the days a person's
-- own pattern gives hours, from the earlier of today and the period's start (forecasts need those) to the
-- period's end.
WITH person_days AS (
    SELECT
        patterns.person_id,
        patterns.parity,
        patterns.seconds,
        unnest(generate_series(
            greatest(patterns.first_day, least(asked.first_day, asked.today)),
            least(patterns.last_day, asked.last_day),
            INTERVAL 1 DAY
        ))::DATE AS day
    FROM patterns
    CROSS JOIN asked
)
SELECT person_id, day, seconds[isodow(day)] AS seconds
FROM person_days
WHERE weekofyear(day) % 2 = parity AND seconds[isodow(day)] > 0
