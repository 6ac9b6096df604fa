-- uses: agreements, changes
-- "budget_total: amount + approved change requests (net); a retainer: months x monthly", to the budget's end:
-- what is used up to the end is held against all of a retainer's months, begun ones whole, or, where it has no
-- end, those begun by then. Changes approved by then.
SELECT
    agreements.budget_id, agreements.project_id, agreements.type, agreements.start_date, agreements.end_date,
    coalesce(agreements.currency, asked.base_currency) AS currency,
    3600 * (
        agreements.amount::HUGEINT * CASE
            WHEN agreements.type = 'retainer'
                THEN datediff('month', agreements.start_date, coalesce(agreements.end_date, asked.last_day)) + 1
            ELSE 1
        END
        + coalesce(approved.amount, 0)
    ) AS total
FROM agreements
CROSS JOIN asked
LEFT JOIN (
    SELECT changes.budget_id, sum(changes.amount) AS amount
    FROM changes
    JOIN asked ON changes.day <= asked.last_day
    GROUP BY changes.budget_id
) AS approved ON approved.budget_id = agreements.budget_id
WHERE agreements.amount IS NOT NULL
    AND (
        agreements.type <> 'retainer'
        OR date_trunc('month', agreements.start_date) <= coalesce(agreements.end_date, asked.last_day)
    )
