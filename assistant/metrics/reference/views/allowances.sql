-- uses: overage_terms, work
-- "Rollover: surplus carried up to the cap (blank = all); with an overage_rate the excess is billed and not
-- carried": what each month of such a retainer allows, from its first to this one or its last, by the hours
-- tracked through yesterday.
WITH RECURSIVE used AS (
    SELECT work.budget_id, date_trunc('month', work.date)::DATE AS month, sum(work.hours)::BIGINT AS seconds
    FROM work
    JOIN asked ON work.date < asked.today
    WHERE work.budget_id IN (SELECT overage_terms.budget_id FROM overage_terms)
    GROUP BY ALL
),
months AS (
    SELECT budget_id, first_month AS month, hours AS seconds
    FROM overage_terms
    UNION ALL
    SELECT
        months.budget_id,
        (months.month + INTERVAL 1 MONTH)::DATE,
        terms.hours + least(terms.rollover_cap_hours, greatest(0, months.seconds - coalesce(used.seconds, 0)))
    FROM months
    CROSS JOIN asked
    JOIN overage_terms AS terms ON terms.budget_id = months.budget_id
        AND months.month < date_trunc('month', least(terms.end_date, asked.today))
    LEFT JOIN used ON used.budget_id = months.budget_id AND used.month = months.month
)
SELECT months.budget_id, months.month, months.seconds, coalesce(used.seconds, 0) AS used
FROM months
LEFT JOIN used ON used.budget_id = months.budget_id AND used.month = months.month
