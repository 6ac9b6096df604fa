-- uses: work, job_titles, rates, service_prices
-- "Price at date": the entry's own rate, else its service's, else the most specific bill rate valid on the
-- work date: person+project, project+job_title, project, person, job_title, any. Null where there is none:
-- unknown, not zero.
SELECT
    work.*,
    coalesce(
        work.billable_rate, service_prices.price,
        of_person_and_project.price, of_project_and_title.price, of_project.price,
        of_person.price, of_title.price, of_any.price
    ) AS price,
    CASE
        WHEN work.billable_rate IS NOT NULL THEN coalesce(work.currency, asked.base_currency)
        ELSE coalesce(
            service_prices.currency,
            of_person_and_project.currency, of_project_and_title.currency, of_project.currency,
            of_person.currency, of_title.currency, of_any.currency
        )
    END AS price_currency
FROM work
CROSS JOIN asked
LEFT JOIN service_prices ON service_prices.service_id = work.service_id
LEFT JOIN job_titles ON job_titles.person_id = work.person_id
    AND work.date >= job_titles.valid_from AND work.date < job_titles.next_from
LEFT JOIN rates AS of_person_and_project ON of_person_and_project.level = 'person+project'
    AND of_person_and_project.person_id = work.person_id
    AND of_person_and_project.project_id = work.project_id
    AND work.date >= of_person_and_project.valid_from AND work.date < of_person_and_project.next_from
LEFT JOIN rates AS of_project_and_title ON of_project_and_title.level = 'project+job_title'
    AND of_project_and_title.project_id = work.project_id
    AND of_project_and_title.job_title = job_titles.job_title
    AND work.date >= of_project_and_title.valid_from AND work.date < of_project_and_title.next_from
LEFT JOIN rates AS of_project ON of_project.level = 'project'
    AND of_project.project_id = work.project_id
    AND work.date >= of_project.valid_from AND work.date < of_project.next_from
LEFT JOIN rates AS of_person ON of_person.level = 'person'
    AND of_person.person_id = work.person_id
    AND work.date >= of_person.valid_from AND work.date < of_person.next_from
LEFT JOIN rates AS of_title ON of_title.level = 'job_title'
    AND of_title.job_title = job_titles.job_title
    AND work.date >= of_title.valid_from AND work.date < of_title.next_from
-- A name to be equal to: days alone would be held against every rate, one by one.
CROSS JOIN (SELECT 'any' AS level) AS whatever
LEFT JOIN rates AS of_any ON of_any.level = whatever.level
    AND work.date >= of_any.valid_from AND work.date < of_any.next_from
