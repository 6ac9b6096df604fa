-- uses: agreements
-- "capped (true: T&M stops at amount)": the cap of each such budget before changes, in slice units.
SELECT
    agreements.budget_id, agreements.project_id, agreements.end_date,
    coalesce(agreements.currency, asked.base_currency) AS currency,
    agreements.amount::HUGEINT * 3600 AS cap
FROM agreements
CROSS JOIN asked
WHERE agreements.type = 'time_and_materials' AND agreements.capped IS TRUE AND agreements.amount IS NOT NULL
