-- "won_deals: deals won, by the day they were closed".
SELECT closed_on AS day, deal_id, client_id, 1::BIGINT AS numerator
FROM deals
WHERE status = 'won' AND closed_on IS NOT NULL
