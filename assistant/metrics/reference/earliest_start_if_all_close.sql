-- uses: deal_places, tight
-- "The earliest start with no gap" of each open deal that needs people, if every other open deal closes and
-- stays where it is planned: the first weekday from which no job title has a gap in any week. In days since
-- 1970; a denominator of 0 says "not in that time".
SELECT
    asked.last_day AS day, needing.deal_id,
    coalesce(min(tight.day) FILTER (WHERE tight.certain <= 0) - DATE '1970-01-01', 0)::BIGINT AS numerator,
    (count(*) FILTER (WHERE tight.certain <= 0) > 0)::BIGINT AS denominator
FROM (
    SELECT DISTINCT deal_places.deal_id
    FROM deal_places
    JOIN deal_roles ON deal_roles.deal_id = deal_places.deal_id AND deal_roles.hours > 0
) AS needing
CROSS JOIN asked
LEFT JOIN tight ON tight.deal_id = needing.deal_id
GROUP BY asked.last_day, needing.deal_id
