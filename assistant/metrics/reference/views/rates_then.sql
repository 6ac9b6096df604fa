-- "Conversion uses the latest rate on or before" the date asked about: what one unit of each currency is worth
-- in base currency then, in millionths of a millionth; the base currency is worth one.
SELECT exchange_rates.currency, arg_max(exchange_rates.rate, exchange_rates.date)::HUGEINT AS rate
FROM exchange_rates
JOIN asked ON exchange_rates.date <= asked.last_day AND exchange_rates.currency <> asked.base_currency
GROUP BY exchange_rates.currency
UNION ALL
SELECT base_currency, 1000000000000::HUGEINT FROM asked
