-- "assignments: where someone belonged from that date; without it, people holds always": the job title by
-- which an hour is priced, as [valid_from, next_from). An assignment with a blank job title changes nothing
-- about it.
SELECT
    person_id,
    job_title,
    valid_from,
    lead(valid_from, 1, DATE '9999-12-31') OVER (PARTITION BY person_id ORDER BY valid_from) AS next_from
FROM (
    SELECT person_id, DATE '0001-01-01' AS valid_from, job_title FROM people
    UNION ALL
    SELECT person_id, valid_from, job_title FROM assignments WHERE job_title IS NOT NULL
) AS stations
