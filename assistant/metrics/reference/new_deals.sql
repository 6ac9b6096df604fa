-- "new_deals: deals by the day they came up, whatever became of them".
SELECT created_on AS day, deal_id, client_id, 1::BIGINT AS numerator
FROM deals
WHERE created_on IS NOT NULL
