-- uses: agreements
-- "Overage hours x overage_rate": the retainers that have an allowance and a price for what passes it. A
-- month's allowance is its hours, whole in part months.
SELECT
    agreements.budget_id, agreements.hours, agreements.overage_rate, agreements.rollover_cap_hours,
    coalesce(agreements.currency, asked.base_currency) AS currency,
    agreements.end_date,
    date_trunc('month', agreements.start_date)::DATE AS first_month
FROM agreements
CROSS JOIN asked
WHERE agreements.type = 'retainer' AND agreements.start_date IS NOT NULL
    AND agreements.overage_rate IS NOT NULL AND agreements.hours IS NOT NULL
