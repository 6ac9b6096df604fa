-- uses: planned, job_titles, rates, service_prices
-- "From today: scheduled hours x price": each booked person-day from today with its budget (budget_id, else
-- its service's, else the project's one budget in force on that day) and the price of its hour: the
-- service's, else the most specific bill rate valid that day. Null where there is none.
SELECT
    planned.day, planned.booking_id, planned.person_id, planned.project_id, planned.budget_id,
    planned.service_id, planned.hours_per_day AS seconds,
    coalesce(
        service_prices.price,
        of_person_and_project.price, of_project_and_title.price, of_project.price,
        of_person.price, of_title.price, of_any.price
    ) AS price,
    coalesce(
        service_prices.currency,
        of_person_and_project.currency, of_project_and_title.currency, of_project.currency,
        of_person.currency, of_title.currency, of_any.currency
    ) AS price_currency
FROM planned
JOIN asked ON planned.day >= asked.today AND NOT coalesce(planned.tentative, FALSE)
LEFT JOIN service_prices ON service_prices.service_id = planned.service_id
LEFT JOIN job_titles ON job_titles.person_id = planned.person_id
    AND planned.day >= job_titles.valid_from AND planned.day < job_titles.next_from
LEFT JOIN rates AS of_person_and_project ON of_person_and_project.level = 'person+project'
    AND of_person_and_project.person_id = planned.person_id
    AND of_person_and_project.project_id = planned.project_id
    AND planned.day >= of_person_and_project.valid_from AND planned.day < of_person_and_project.next_from
LEFT JOIN rates AS of_project_and_title ON of_project_and_title.level = 'project+job_title'
    AND of_project_and_title.project_id = planned.project_id
    AND of_project_and_title.job_title = job_titles.job_title
    AND planned.day >= of_project_and_title.valid_from AND planned.day < of_project_and_title.next_from
LEFT JOIN rates AS of_project ON of_project.level = 'project'
    AND of_project.project_id = planned.project_id
    AND planned.day >= of_project.valid_from AND planned.day < of_project.next_from
LEFT JOIN rates AS of_person ON of_person.level = 'person'
    AND of_person.person_id = planned.person_id
    AND planned.day >= of_person.valid_from AND planned.day < of_person.next_from
LEFT JOIN rates AS of_title ON of_title.level = 'job_title'
    AND of_title.job_title = job_titles.job_title
    AND planned.day >= of_title.valid_from AND planned.day < of_title.next_from
LEFT JOIN rates AS of_any ON of_any.level = 'any'
    AND planned.day >= of_any.valid_from AND planned.day < of_any.next_from
