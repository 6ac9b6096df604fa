-- "weighted_pipeline: open deals: value x probability, even over the calendar days start_date..end_date (no
-- start: expected_close; no end: 90 days), the part in the period": what lies before the end of a day,
-- floored, day by day. 90 days include the first. A deal without value, probability or any start is unknown
-- and left out.
WITH spread AS (
    SELECT
        deal_id, client_id,
        coalesce(deals.currency, asked.base_currency) AS currency,
        deals.value::HUGEINT * deals.probability * 3600 AS worth,
        coalesce(deals.start_date, deals.expected_close) AS start_date,
        coalesce(deals.end_date, coalesce(deals.start_date, deals.expected_close) + 89) AS end_date,
        asked.first_day, asked.last_day
    FROM deals
    CROSS JOIN asked
    WHERE deals.status = 'open' AND deals.value IS NOT NULL AND deals.probability IS NOT NULL
),
days AS (
    SELECT
        *,
        unnest(generate_series(
            greatest(start_date, first_day), least(end_date, last_day), INTERVAL 1 DAY
        ))::DATE AS day
    FROM spread
    WHERE start_date IS NOT NULL
),
shares AS (
    SELECT
        *,
        worth * (day - start_date) AS part_before,
        worth * (day - start_date + 1) AS part,
        (end_date - start_date + 1) * 1000000 AS whole
    FROM days
)
SELECT
    day, deal_id, client_id, currency,
    (
        (part - ((part % whole) + whole) % whole) // whole
        - (part_before - ((part_before % whole) + whole) % whole) // whole
    )::BIGINT AS numerator
FROM shares
