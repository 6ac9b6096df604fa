-- uses: agreements, caps, priced
-- "T&M: recognized hours x price at date" before the cap, and "time without a budget on a client project:
-- billable hours x price at date": what each such entry through yesterday is worth, and whether a cap counts
-- it. A price in another currency than the budget's cannot be compared with its cap: such time is recognized
-- in its own currency, outside the cap. Time without a known price is worth 0, kept to be counted.
SELECT
    priced.date AS day, priced.entry_id, priced.person_id, priced.project_id, priced.budget_id,
    priced.service_id, priced.task_id,
    coalesce(priced.price_currency, agreements.currency, asked.base_currency) AS currency,
    coalesce(priced.billable_hours::HUGEINT * priced.price, 0) AS value,
    caps.budget_id IS NOT NULL AND priced.price_currency IS NOT DISTINCT FROM caps.currency AS under_cap
FROM priced
JOIN asked ON priced.date < asked.today
LEFT JOIN agreements ON agreements.budget_id = priced.budget_id
LEFT JOIN caps ON caps.budget_id = priced.budget_id
WHERE priced.by_the_hour
