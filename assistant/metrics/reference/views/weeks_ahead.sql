-- The weeks of the period from today on: which of its weekdays are the first and the last of each.
WITH weekdays AS (
    SELECT day, row_number() OVER (ORDER BY day) AS place
    FROM (
        SELECT unnest(generate_series(greatest(first_day, today), last_day, INTERVAL 1 DAY))::DATE AS day
        FROM asked
    ) AS days
    WHERE isodow(day) <= 5
)
SELECT date_trunc('week', day)::DATE AS monday, min(place) AS first_place, max(place) AS last_place
FROM weekdays
GROUP BY monday
