-- uses: job_titles
-- "The average cost of the people with that job title": who is employed with which job title at which cost of an
-- hour, as [first_day, next_from). Whose contract has no start is never employed; an hour whose cost is not known is
-- left out, never priced at 0.
SELECT
    job_titles.job_title,
    people.person_id,
    hourly.hourly_cost,
    coalesce(hourly.currency, asked.base_currency) AS currency,
    greatest(people.start_date, job_titles.valid_from, hourly.valid_from) AS first_day,
    least(people.end_date + 1, job_titles.next_from, hourly.next_from) AS next_from
FROM people
CROSS JOIN asked
JOIN job_titles ON job_titles.person_id = people.person_id AND job_titles.job_title IS NOT NULL
JOIN (
    SELECT
        person_id, hourly_cost, currency, valid_from,
        lead(valid_from, 1, DATE '9999-12-31') OVER (PARTITION BY person_id ORDER BY valid_from) AS next_from
    FROM cost_rates
) AS hourly ON hourly.person_id = people.person_id AND hourly.hourly_cost IS NOT NULL
WHERE people.start_date IS NOT NULL
