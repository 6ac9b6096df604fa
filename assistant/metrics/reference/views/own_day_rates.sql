-- "Converted at the row's own date": what one unit of each currency is worth in base currency on which days, in
-- millionths of a millionth.
SELECT
    currency, rate::HUGEINT AS rate, date AS first_day,
    lead(date, 1, DATE '9999-12-31') OVER (PARTITION BY currency ORDER BY date) AS next_day
FROM exchange_rates
WHERE currency <> (SELECT base_currency FROM asked)
UNION ALL
SELECT base_currency, 1000000000000, DATE '0001-01-01', DATE '9999-12-31' FROM asked
