-- "bill_rates: blank keys = any; the latest valid_from on or before the work date": each rate with the days
-- it is the latest of its keys, as [valid_from, next_from). A pair of keys in `level` says how specific it
-- is; person with job title, or all three, is no level.
SELECT
    CASE
        WHEN person_id IS NOT NULL AND project_id IS NOT NULL AND job_title IS NULL THEN 'person+project'
        WHEN person_id IS NULL AND project_id IS NOT NULL AND job_title IS NOT NULL THEN 'project+job_title'
        WHEN person_id IS NULL AND project_id IS NOT NULL AND job_title IS NULL THEN 'project'
        WHEN person_id IS NOT NULL AND project_id IS NULL AND job_title IS NULL THEN 'person'
        WHEN person_id IS NULL AND project_id IS NULL AND job_title IS NOT NULL THEN 'job_title'
        WHEN person_id IS NULL AND project_id IS NULL AND job_title IS NULL THEN 'any'
    END AS level,
    person_id,
    project_id,
    job_title,
    valid_from,
    lead(valid_from, 1, DATE '9999-12-31') OVER (
        PARTITION BY person_id, project_id, job_title ORDER BY valid_from
    ) AS next_from,
    hourly_rate AS price,
    coalesce(currency, asked.base_currency) AS currency
FROM bill_rates
CROSS JOIN asked
QUALIFY next_from > valid_from
