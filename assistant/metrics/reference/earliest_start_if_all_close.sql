-- uses: fits
-- "The earliest start with no gap" of each open deal that needs people, if every other open deal closes: in days
-- since 1970; a denominator of 0 says "not in that time".
SELECT
    day, deal_id, coalesce(certain - DATE '1970-01-01', 0)::BIGINT AS numerator, (certain IS NOT NULL)::BIGINT AS denominator
FROM fits
