-- "sales_cycle_days: mean closed_on - created_on of won".
SELECT
    closed_on AS day, deal_id, client_id,
    (closed_on - created_on)::BIGINT AS numerator, 1::BIGINT AS denominator
FROM deals
WHERE status = 'won' AND closed_on IS NOT NULL AND created_on IS NOT NULL
