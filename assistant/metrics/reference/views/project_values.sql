-- uses: totals, used, agreements, rates_then, progress
-- "Price basis: BAC = budget total; PV by task due dates weighted by estimate; EV = BAC x percent_complete;
-- actual cost on the price basis is budget_used": of each project all its budgets, in their currency, on the
-- date asked about, cut down to whole slices. A project whose budgets are in two currencies, one without any
-- amount, and one whose tasks have no estimates have none. PV counts tasks due on or before the date; cancelled
-- tasks are out; no percent: done = 100, else 0. What was used in another currency is brought to the project's
-- by the rates of the date; what has no rate is unknown.
WITH totals_then AS (
    SELECT
        totals.project_id, any_value(totals.currency) AS currency, sum(totals.numerator)::HUGEINT AS bac,
        asked.last_day
    FROM totals
    JOIN asked ON totals.day <= asked.last_day
    GROUP BY totals.project_id, asked.last_day
    HAVING count(DISTINCT totals.currency) = 1
),
spent_then AS (
    SELECT agreements.project_id, used.currency, sum(used.numerator)::HUGEINT AS value
    FROM used
    JOIN asked ON used.day <= asked.last_day
    JOIN agreements ON agreements.budget_id = used.budget_id
    GROUP BY agreements.project_id, used.currency
),
used_then AS (
    SELECT
        totals_then.project_id,
        sum(CASE WHEN spent_then.currency = totals_then.currency THEN spent_then.value ELSE 0 END) AS own,
        sum(CASE WHEN spent_then.currency <> totals_then.currency THEN spent_then.value * theirs.rate ELSE 0 END)
            AS other,
        any_value(ours.rate) AS rate
    FROM totals_then
    JOIN spent_then ON spent_then.project_id = totals_then.project_id
    LEFT JOIN rates_then AS theirs ON theirs.currency = spent_then.currency
    LEFT JOIN rates_then AS ours ON ours.currency = totals_then.currency
    GROUP BY totals_then.project_id
),
shares AS (
    SELECT
        totals_then.*,
        bac * due AS planned, bac * done AS earned, estimated,
        coalesce(own, 0) + coalesce((other - (other % rate + rate) % rate) // rate, 0) AS ac
    FROM totals_then
    JOIN progress ON progress.project_id = totals_then.project_id
    LEFT JOIN used_then ON used_then.project_id = totals_then.project_id
)
SELECT
    last_day AS day, project_id, currency, bac, ac,
    (planned - (planned % estimated + estimated) % estimated) // estimated AS pv,
    (earned - (earned % (estimated * 1000000) + estimated * 1000000) % (estimated * 1000000))
        // (estimated * 1000000) AS ev
FROM shares
