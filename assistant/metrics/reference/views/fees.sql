-- uses: agreements
-- "Fixed, by_hours (default); no hours -> straight_line": each fixed fee in slice units, how it is recognized
-- (the budget's own recognition, else the setting) and the hours sold, null where hours have no say. Delivery
-- is a fact of the past.
SELECT
    agreements.budget_id,
    agreements.project_id,
    coalesce(agreements.currency, asked.base_currency) AS currency,
    agreements.start_date,
    agreements.end_date,
    CASE WHEN agreements.delivered_on < asked.today THEN agreements.delivered_on END AS delivered_on,
    coalesce(agreements.recognition, asked.fixed_price_recognition) AS method,
    agreements.amount::HUGEINT * 3600 AS fee,
    CASE
        WHEN coalesce(agreements.recognition, asked.fixed_price_recognition) = 'by_hours'
            THEN agreements.hours
    END AS sold
FROM agreements
CROSS JOIN asked
WHERE agreements.type = 'fixed' AND agreements.amount IS NOT NULL
