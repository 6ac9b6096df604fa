-- uses: deal_work, title_costs
-- "Deal hours x average cost of the people with that job title, at date": on each day the sum of these people's
-- hourly costs in each currency over how many they are in all, cut down to whole slices, then added up by deal and
-- job title. Hours for which nobody's cost is known are left out.
WITH paid AS (
    SELECT
        deal_work.deal_id, deal_work.client_id, deal_work.expected_close, deal_work.job_title, deal_work.day,
        title_costs.currency,
        any_value(deal_work.seconds)::HUGEINT AS seconds,
        sum(title_costs.hourly_cost)::HUGEINT AS hourly,
        count(*)::HUGEINT AS people
    FROM deal_work
    JOIN title_costs ON title_costs.job_title = deal_work.job_title
        AND deal_work.day >= title_costs.first_day
        AND deal_work.day < title_costs.next_from
    WHERE deal_work.seconds > 0
    GROUP BY ALL
),
daily AS (
    SELECT
        *, seconds * hourly // (sum(people) OVER (PARTITION BY deal_id, job_title, day))::HUGEINT AS cost
    FROM paid
)
SELECT deal_id, client_id, expected_close, job_title, currency, sum(cost)::HUGEINT AS cost
FROM daily
GROUP BY ALL
