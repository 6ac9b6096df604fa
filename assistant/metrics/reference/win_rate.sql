-- "win_rate: won / (won + lost) closed in the period".
SELECT
    closed_on AS day, deal_id, client_id,
    (status = 'won')::BIGINT AS numerator, 1::BIGINT AS denominator
FROM deals
WHERE status IN ('won', 'lost') AND closed_on IS NOT NULL
