-- uses: free, job_titles
-- "Free hours of that job_title", week by week: by the job title each person has on the day.
SELECT
    job_titles.job_title, date_trunc('week', free.day)::DATE AS monday, sum(free.seconds)::HUGEINT AS seconds
FROM free
JOIN job_titles ON job_titles.person_id = free.person_id
    AND free.day >= job_titles.valid_from
    AND free.day < job_titles.next_from
WHERE job_titles.job_title IS NOT NULL
GROUP BY job_titles.job_title, monday
