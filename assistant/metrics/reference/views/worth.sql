-- uses: agreements, caps, own_day_rates, priced
-- "T&M: recognized hours x price at date" before the cap, and "time without a budget on a client project:
-- billable hours x price at date": what each such entry through yesterday is worth, whether a cap counts it, and
-- what it takes of the cap: its value, "converted at the row's own date" where the price is in another currency.
-- What has no rate then cannot be compared with the cap: such time is recognized outside of it. Time without a
-- known price is worth 0, kept to be counted.
WITH valued AS (
    SELECT
        priced.date AS day, priced.entry_id, priced.person_id, priced.project_id, priced.budget_id,
        priced.service_id, priced.task_id,
        coalesce(priced.price_currency, agreements.currency, asked.base_currency) AS currency,
        coalesce(priced.billable_hours::HUGEINT * priced.price, 0) AS value,
        caps.currency AS capped_in
    FROM priced
    JOIN asked ON priced.date < asked.today
    LEFT JOIN agreements ON agreements.budget_id = priced.budget_id
    LEFT JOIN caps ON caps.budget_id = priced.budget_id
    WHERE priced.by_the_hour
)
SELECT
    valued.* EXCLUDE (capped_in),
    coalesce(valued.currency = valued.capped_in OR theirs.rate * ours.rate > 0, FALSE) AS under_cap,
    CASE WHEN valued.currency = valued.capped_in THEN valued.value ELSE valued.value * theirs.rate // ours.rate END
        AS counted
FROM valued
LEFT JOIN own_day_rates AS theirs ON valued.currency <> valued.capped_in
    AND theirs.currency = valued.currency AND valued.day >= theirs.first_day AND valued.day < theirs.next_day
LEFT JOIN own_day_rates AS ours ON valued.currency <> valued.capped_in
    AND ours.currency = valued.capped_in AND valued.day >= ours.first_day AND valued.day < ours.next_day
