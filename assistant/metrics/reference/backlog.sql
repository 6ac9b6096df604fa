-- uses: full_totals, recognized, rates_then
-- "backlog: budget_total of active budgets - revenue to date, never below 0 per budget": budgets with an
-- amount, not delivered, not ended, of projects planned, active or on hold; in the budget's currency, into
-- which revenue in another is brought by the rates of the date, cut down; what has no rate is unknown.
WITH earned AS (
    SELECT recognized.budget_id, recognized.currency, sum(recognized.numerator)::HUGEINT AS value
    FROM recognized
    JOIN asked ON recognized.day <= asked.last_day
    GROUP BY recognized.budget_id, recognized.currency
),
to_date AS (
    SELECT
        full_totals.budget_id,
        sum(CASE WHEN earned.currency = full_totals.currency THEN earned.value ELSE 0 END) AS own,
        sum(CASE WHEN earned.currency <> full_totals.currency THEN earned.value * theirs.rate ELSE 0 END) AS other,
        any_value(ours.rate) AS rate
    FROM full_totals
    JOIN earned ON earned.budget_id = full_totals.budget_id
    LEFT JOIN rates_then AS theirs ON theirs.currency = earned.currency
    LEFT JOIN rates_then AS ours ON ours.currency = full_totals.currency
    GROUP BY full_totals.budget_id
)
SELECT
    asked.last_day AS day, full_totals.budget_id, full_totals.project_id, full_totals.currency,
    greatest(
        0,
        full_totals.total - coalesce(own, 0) - coalesce((other - (other % rate + rate) % rate) // rate, 0)
    )::BIGINT AS numerator
FROM full_totals
CROSS JOIN asked
JOIN budgets ON budgets.budget_id = full_totals.budget_id
    AND coalesce(budgets.delivered_on > asked.last_day, TRUE)
    AND coalesce(budgets.end_date >= asked.last_day, TRUE)
JOIN projects ON projects.project_id = full_totals.project_id
    AND projects.status IN ('planned', 'active', 'on_hold')
LEFT JOIN to_date ON to_date.budget_id = full_totals.budget_id
