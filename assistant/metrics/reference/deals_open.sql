-- "deals_open: deals that are neither won nor lost; with a period, those expected to close in it".
SELECT
    CASE WHEN asked.to_date THEN asked.last_day ELSE deals.expected_close END AS day,
    deals.deal_id, deals.client_id, 1::BIGINT AS numerator
FROM deals
CROSS JOIN asked
WHERE deals.status = 'open' AND (asked.to_date OR deals.expected_close IS NOT NULL)
