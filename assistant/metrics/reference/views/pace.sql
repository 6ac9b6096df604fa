-- uses: agreements
-- "elapsed / planned working days, Mon-Fri, of start..end, elapsed through yesterday": per budget with an
-- end, as of the period's end (through it when it is past); after the end elapsed = planned. `months` is how
-- many of them a retainer has, begun ones whole.
WITH dated AS (
    SELECT agreements.*, least(agreements.end_date, asked.last_day, asked.today - 1) AS gone_through
    FROM agreements
    CROSS JOIN asked
    WHERE agreements.start_date IS NOT NULL AND agreements.end_date IS NOT NULL
),
counted AS (
    SELECT
        dated.budget_id,
        len(list_filter(
            generate_series(start_date, gone_through, INTERVAL 1 DAY), lambda day: isodow(day) <= 5
        )) AS elapsed,
        len(list_filter(
            generate_series(start_date, end_date, INTERVAL 1 DAY), lambda day: isodow(day) <= 5
        )) AS planned,
        datediff('month', start_date, end_date) + 1 AS months
    FROM dated
)
SELECT budget_id, elapsed, planned, months
FROM counted
WHERE elapsed > 0
