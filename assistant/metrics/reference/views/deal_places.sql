-- "deal_roles: the work a deal would bring, spread evenly over the working days of the deal": of each open deal
-- each Mon-Fri day of start_date (none: expected_close) .. end_date (none: 90 days, the first among them), which
-- of how many it is. A deal without any start or working day has no place.
WITH spans AS (
    SELECT
        deal_id,
        coalesce(start_date, expected_close) AS first_day,
        coalesce(end_date, coalesce(start_date, expected_close) + 89) AS last_day
    FROM deals
    WHERE status = 'open'
),
weekdays AS (
    SELECT deal_id, unnest(generate_series(first_day, last_day, INTERVAL 1 DAY))::DATE AS day
    FROM spans
)
SELECT
    deal_id, day,
    row_number() OVER (PARTITION BY deal_id ORDER BY day) AS place,
    count(*) OVER (PARTITION BY deal_id) AS places
FROM weekdays
WHERE isodow(day) <= 5
