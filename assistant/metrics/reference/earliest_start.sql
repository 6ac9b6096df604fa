-- uses: fits
-- "The earliest start with no gap" of each open deal that needs people, with confirmed work only: in days
-- since 1970; a denominator of 0 says "not in that time".
SELECT
    day, deal_id, coalesce(confirmed - DATE '1970-01-01', 0)::BIGINT AS numerator, (confirmed IS NOT NULL)::BIGINT AS denominator
FROM fits
