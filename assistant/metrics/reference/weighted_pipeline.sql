-- uses: weighted
-- "weighted_pipeline: open deals: value x probability, even over their calendar days, the part in the
-- period".
SELECT day, deal_id, client_id, currency, numerator
FROM weighted
