-- "lost_value: the value of the deals lost, by the day they were closed"; a deal whose value is not known has none.
SELECT
    deals.closed_on AS day, deals.deal_id, deals.client_id,
    coalesce(deals.currency, asked.base_currency) AS currency,
    deals.value * 3600 AS numerator
FROM deals
CROSS JOIN asked
WHERE deals.status = 'lost' AND deals.closed_on IS NOT NULL AND deals.value IS NOT NULL
