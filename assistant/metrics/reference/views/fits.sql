-- uses: deal_places, tight
-- "The earliest start with no gap" of each open deal that needs people: the first weekday from which no job title has a
-- gap in any week, with confirmed work only, with every other open deal by its probability, and if every other one
-- closes; these stay where they are planned. None where there is no such day in that time.
SELECT
    asked.last_day AS day, needing.deal_id,
    min(tight.day) FILTER (WHERE tight.confirmed <= 0) AS confirmed,
    min(tight.day) FILTER (WHERE tight.weighted <= 0) AS weighted,
    min(tight.day) FILTER (WHERE tight.certain <= 0) AS certain
FROM (
    SELECT DISTINCT deal_places.deal_id
    FROM deal_places
    JOIN deal_roles ON deal_roles.deal_id = deal_places.deal_id AND deal_roles.hours > 0
) AS needing
CROSS JOIN asked
LEFT JOIN tight ON tight.deal_id = needing.deal_id
GROUP BY asked.last_day, needing.deal_id
