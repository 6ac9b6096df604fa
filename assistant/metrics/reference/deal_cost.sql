-- uses: deal_costs
-- "Deal hours x average cost rate of the people with that job title", of open deals, on the day each is expected to
-- close; with no period asked, all of them on the date.
SELECT
    CASE WHEN asked.to_date THEN asked.last_day ELSE deal_costs.expected_close END AS day,
    deal_costs.deal_id, deal_costs.client_id, deal_costs.job_title, deal_costs.currency, deal_costs.cost AS numerator
FROM deal_costs
CROSS JOIN asked
WHERE asked.to_date OR deal_costs.expected_close IS NOT NULL
