-- uses: starts, weeks_ahead, room, wanted
-- "deal hours - free hours of that job_title", per week, for each day on which a deal's work could begin: what
-- is over what is free, and what other open deals take of it where they stay where they are planned.
WITH others AS (
    SELECT mine.deal_id, wanted.job_title, wanted.monday, sum(wanted.weighted) AS weighted, sum(wanted.certain) AS certain
    FROM (SELECT DISTINCT deal_id FROM starts) AS mine
    JOIN wanted ON wanted.deal_id <> mine.deal_id
    GROUP BY mine.deal_id, wanted.job_title, wanted.monday
),
needs AS (
    SELECT
        starts.deal_id, starts.day, deal_roles.job_title, weeks_ahead.monday,
        deal_roles.hours * least(starts.places, weeks_ahead.last_place - starts.place + 1) // starts.places
            - deal_roles.hours * greatest(0, weeks_ahead.first_place - starts.place) // starts.places AS seconds
    FROM starts
    JOIN deal_roles ON deal_roles.deal_id = starts.deal_id AND deal_roles.hours IS NOT NULL
    JOIN weeks_ahead ON weeks_ahead.last_place >= starts.place
        AND weeks_ahead.first_place < starts.place + starts.places
)
SELECT
    needs.deal_id, needs.day,
    max(needs.seconds - coalesce(room.seconds, 0)) AS confirmed,
    max(needs.seconds - coalesce(room.seconds, 0) + coalesce(others.weighted, 0)) AS weighted,
    max(needs.seconds - coalesce(room.seconds, 0) + coalesce(others.certain, 0)) AS certain
FROM needs
LEFT JOIN room ON room.job_title = needs.job_title AND room.monday = needs.monday
LEFT JOIN others ON others.deal_id = needs.deal_id
    AND others.job_title = needs.job_title
    AND others.monday = needs.monday
WHERE needs.seconds > 0
GROUP BY needs.deal_id, needs.day
