-- "pipeline_value: value of open deals (expected to close in the period, when one is asked)"; with none asked,
-- all of them.
SELECT
    CASE WHEN asked.to_date THEN asked.last_day ELSE deals.expected_close END AS day,
    deals.deal_id, deals.client_id,
    coalesce(deals.currency, asked.base_currency) AS currency,
    deals.value * 3600 AS numerator
FROM deals
CROSS JOIN asked
WHERE deals.status = 'open' AND deals.value IS NOT NULL
    AND (asked.to_date OR deals.expected_close IS NOT NULL)
