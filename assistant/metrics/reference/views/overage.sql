-- uses: overage_terms, allowances, work
-- "Overage hours x overage_rate", billed "on the day the allowance is passed": used is tracked, in order of
-- day and entry within the month. Time in months outside start..end has no allowance to pass and is no
-- overage.
WITH running AS (
    SELECT
        work.*,
        date_trunc('month', work.date)::DATE AS month,
        sum(work.hours) OVER (
            PARTITION BY work.budget_id, date_trunc('month', work.date) ORDER BY work.date, work.entry_id
            ROWS UNBOUNDED PRECEDING
        ) AS so_far
    FROM work
    JOIN asked ON work.date < asked.today
    WHERE work.budget_id IN (SELECT overage_terms.budget_id FROM overage_terms)
)
SELECT
    running.date AS day, running.entry_id, running.person_id, running.project_id, running.budget_id,
    running.service_id, running.task_id, terms.currency,
    (
        (running.so_far - greatest(allowances.seconds, running.so_far - running.hours)) * terms.overage_rate
    )::BIGINT AS numerator
FROM running
JOIN allowances ON allowances.budget_id = running.budget_id AND allowances.month = running.month
JOIN overage_terms AS terms ON terms.budget_id = running.budget_id
WHERE running.so_far > allowances.seconds
