-- uses: deal_sides
-- "Margin: profit / revenue", of open deals: value less cost, over value.
SELECT day, deal_id, client_id, currency, value - cost AS numerator, value AS denominator
FROM deal_sides
