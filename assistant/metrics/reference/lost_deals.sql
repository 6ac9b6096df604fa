-- "lost_deals: deals lost, by the day they were closed".
SELECT closed_on AS day, deal_id, client_id, 1::BIGINT AS numerator
FROM deals
WHERE status = 'lost' AND closed_on IS NOT NULL
