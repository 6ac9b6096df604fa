-- uses: agreements, priced, spent
-- "budget_used: T&M and retainer: billable hours x price at date + billable expenses; fixed: tracked hours x
-- price at date + billable expenses", through today. Time without a known price counts 0, kept to be counted;
-- a non-billable budget has no price to use up.
SELECT
    priced.date AS day, priced.entry_id, priced.person_id, priced.project_id, priced.budget_id,
    priced.service_id, priced.task_id,
    coalesce(priced.price_currency, agreements.currency, asked.base_currency) AS currency,
    coalesce(
        priced.price * CASE agreements.type WHEN 'fixed' THEN priced.hours ELSE priced.billable_hours END, 0
    ) AS numerator
FROM priced
CROSS JOIN asked
JOIN agreements ON agreements.budget_id = priced.budget_id AND agreements.type <> 'non_billable'
UNION ALL
SELECT
    spent.date, NULL, NULL, spent.project_id, spent.budget_id, NULL, NULL, spent.currency,
    spent.billable_amount * 3600
FROM spent
JOIN agreements ON agreements.budget_id = spent.budget_id AND agreements.type <> 'non_billable'
WHERE spent.billable_amount IS NOT NULL
