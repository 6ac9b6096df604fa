-- uses: pace, agreements, changes, used
-- "burn_index: (used / total) / (elapsed / planned working days)": one slice per budget, as of the period's
-- end; used x planned over total x elapsed, in the budget's currency, so no currency is left. A retainer's
-- total is that of all its months, for its days are too. Where a part was priced in another currency, both
-- sides are in base currency: each part times its whole-number rate of that day, the total times the
-- budget's. A part without a rate is unknown and left out. No end, no amount, total 0 or nothing elapsed:
-- none.
WITH totals_by_then AS (
    SELECT
        agreements.budget_id, agreements.project_id,
        coalesce(agreements.currency, asked.base_currency) AS currency,
        3600 * (
            agreements.amount::HUGEINT * CASE agreements.type WHEN 'retainer' THEN pace.months ELSE 1 END
            + coalesce((
                SELECT sum(changes.amount) FROM changes
                WHERE changes.budget_id = agreements.budget_id AND changes.day <= asked.last_day
            ), 0)
        ) AS total,
        pace.elapsed, pace.planned, asked.last_day
    FROM agreements
    CROSS JOIN asked
    JOIN pace ON pace.budget_id = agreements.budget_id
    WHERE agreements.amount IS NOT NULL
),
known_rates AS (
    SELECT exchange_rates.currency, arg_max(exchange_rates.rate, exchange_rates.date)::HUGEINT AS rate
    FROM exchange_rates
    JOIN asked ON exchange_rates.date <= asked.last_day
        AND exchange_rates.currency <> asked.base_currency
    GROUP BY exchange_rates.currency
    UNION ALL
    SELECT base_currency, 1000000000000::HUGEINT FROM asked
),
parts AS (
    SELECT used.budget_id, used.currency, sum(used.numerator)::HUGEINT AS value
    FROM used
    JOIN asked ON used.day <= asked.last_day
    GROUP BY used.budget_id, used.currency
),
burned AS (
    SELECT
        totals_by_then.budget_id,
        sum(parts.value) FILTER (WHERE parts.currency = totals_by_then.currency) AS own,
        sum(parts.value * theirs.rate) FILTER (WHERE ours.rate IS NOT NULL) AS converted,
        any_value(ours.rate) AS rate,
        coalesce(bool_or(
            parts.currency <> totals_by_then.currency AND parts.value <> 0
            AND theirs.rate IS NOT NULL AND ours.rate IS NOT NULL
        ), FALSE) AS is_mixed
    FROM totals_by_then
    LEFT JOIN parts ON parts.budget_id = totals_by_then.budget_id
    LEFT JOIN known_rates AS theirs ON theirs.currency = parts.currency
    LEFT JOIN known_rates AS ours ON ours.currency = totals_by_then.currency
    GROUP BY totals_by_then.budget_id
)
SELECT
    totals_by_then.last_day AS day, totals_by_then.project_id, totals_by_then.budget_id,
    planned * CASE WHEN is_mixed THEN burned.converted ELSE coalesce(burned.own, 0) END AS numerator,
    elapsed * totals_by_then.total * CASE WHEN is_mixed THEN burned.rate ELSE 1 END AS denominator
FROM totals_by_then
JOIN burned ON burned.budget_id = totals_by_then.budget_id
WHERE totals_by_then.total <> 0
