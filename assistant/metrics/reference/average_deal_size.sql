-- "average_deal_size: mean value of won", by the day they closed; how many there are has no currency. A deal
-- whose value is not known is left out of both.
WITH won AS (
    SELECT deals.*, asked.base_currency
    FROM deals
    CROSS JOIN asked
    WHERE deals.status = 'won' AND deals.closed_on IS NOT NULL AND deals.value IS NOT NULL
)
SELECT
    closed_on AS day, deal_id, client_id, coalesce(currency, base_currency) AS currency,
    value * 3600 AS numerator, 0::BIGINT AS denominator
FROM won
UNION ALL
SELECT closed_on, deal_id, client_id, NULL, 0, 1
FROM won
