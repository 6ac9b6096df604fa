-- uses: fits
-- "The earliest start with no gap" of each open deal that needs people, with every other open deal by its
-- probability: in days
-- since 1970; a denominator of 0 says "not in that time".
SELECT
    day, deal_id, coalesce(weighted - DATE '1970-01-01', 0)::BIGINT AS numerator, (weighted IS NOT NULL)::BIGINT AS denominator
FROM fits
