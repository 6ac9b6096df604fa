-- uses: belongs
-- "Cost rate at date": the entry's own, else the person's latest valid_from on or before the work date. An
-- hour whose cost is not known is left out, never priced at 0.
SELECT
    belongs.*,
    coalesce(belongs.cost_rate, hourly.hourly_cost) AS cost,
    CASE
        WHEN belongs.cost_rate IS NOT NULL THEN coalesce(belongs.currency, asked.base_currency)
        ELSE coalesce(hourly.currency, asked.base_currency)
    END AS cost_currency
FROM belongs
CROSS JOIN asked
LEFT JOIN (
    SELECT
        person_id, hourly_cost, currency, valid_from,
        lead(valid_from, 1, DATE '9999-12-31') OVER (PARTITION BY person_id ORDER BY valid_from) AS next_from
    FROM cost_rates
) AS hourly ON hourly.person_id = belongs.person_id
    AND belongs.date >= hourly.valid_from
    AND belongs.date < hourly.next_from
WHERE belongs.cost_rate IS NOT NULL OR hourly.hourly_cost IS NOT NULL
