-- uses: deal_costs
-- The value and, below 0, the cost of the open deals of which both are known, each on the day it is expected to
-- close; with no period asked, all of them on the date.
SELECT
    CASE WHEN asked.to_date THEN asked.last_day ELSE deals.expected_close END AS day,
    deals.deal_id, deals.client_id,
    coalesce(deals.currency, asked.base_currency) AS currency,
    deals.value * 3600 AS value, 0 AS cost
FROM deals
CROSS JOIN asked
WHERE deals.status = 'open' AND deals.value IS NOT NULL
    AND EXISTS (SELECT 1 FROM deal_costs WHERE deal_costs.deal_id = deals.deal_id)
    AND (asked.to_date OR deals.expected_close IS NOT NULL)
UNION ALL
SELECT
    CASE WHEN asked.to_date THEN asked.last_day ELSE deal_costs.expected_close END,
    deal_costs.deal_id, deal_costs.client_id, deal_costs.currency, 0, deal_costs.cost
FROM deal_costs
JOIN deals ON deals.deal_id = deal_costs.deal_id AND deals.value IS NOT NULL
CROSS JOIN asked
WHERE asked.to_date OR deal_costs.expected_close IS NOT NULL
