-- uses: deal_places
-- The weekdays of the period from today on, numbered, and each on which an open deal's work could begin so that
-- as many working days as it is planned for lie in the period.
WITH weekdays AS (
    SELECT day, row_number() OVER (ORDER BY day) AS place
    FROM (
        SELECT unnest(generate_series(greatest(first_day, today), last_day, INTERVAL 1 DAY))::DATE AS day
        FROM asked
    ) AS days
    WHERE isodow(day) <= 5
),
lengths AS (
    SELECT deal_id, count(*) AS places
    FROM deal_places
    GROUP BY deal_id
)
SELECT lengths.deal_id, lengths.places, weekdays.day, weekdays.place
FROM lengths
JOIN weekdays ON weekdays.place + lengths.places - 1 <= (SELECT max(place) FROM weekdays)
