-- uses: patterns, calendars, closed, sole_budget, job_titles, rates, service_prices
-- "Future scheduled hours x price": each confirmed booked person-day after the date asked about, but from today
-- at the latest, however far ahead, on which the person is available (pattern hours x (1 - holiday fraction)
-- less approved absence that reduces availability), with its budget (budget_id, else its service's, else the
-- project's one budget in force that day) and the price of its hour, null where there is none.
WITH booked_days AS (
    SELECT
        bookings.*,
        unnest(generate_series(
            greatest(bookings.start_date, least(asked.last_day + 1, asked.today)), bookings.end_date, INTERVAL 1 DAY
        ))::DATE AS day
    FROM bookings
    CROSS JOIN asked
    WHERE bookings.person_id IS NOT NULL AND NOT coalesce(bookings.tentative, FALSE)
),
workable AS (
    SELECT
        days.person_id, days.day,
        (patterns.seconds[isodow(days.day)] * (10000 - coalesce(closed.fraction, 0)) + 5000) // 10000 AS seconds
    FROM (SELECT DISTINCT person_id, day FROM booked_days) AS days
    JOIN patterns ON patterns.person_id = days.person_id AND patterns.parity = weekofyear(days.day) % 2
        AND patterns.first_day <= days.day AND patterns.last_day >= days.day
    LEFT JOIN calendars ON calendars.person_id = days.person_id
        AND calendars.valid_from <= days.day AND calendars.next_from > days.day
    LEFT JOIN closed ON closed.calendar = calendars.calendar AND closed.date = days.day
),
away AS (
    SELECT workable.person_id, workable.day, sum(coalesce(absences.hours_per_day, workable.seconds)) AS seconds
    FROM workable
    CROSS JOIN asked
    JOIN absences ON absences.person_id = workable.person_id
        AND absences.start_date <= workable.day AND absences.end_date >= workable.day
        AND absences.status = 'approved'
        AND NOT list_contains(asked.keeps_availability, coalesce(lower(absences.category), ''))
    GROUP BY workable.person_id, workable.day
),
planned AS (
    SELECT
        booked_days.* REPLACE (
            coalesce(booked_days.budget_id, services.budget_id, sole.budget_id) AS budget_id
        )
    FROM booked_days
    JOIN workable ON workable.person_id = booked_days.person_id AND workable.day = booked_days.day
    LEFT JOIN away ON away.person_id = booked_days.person_id AND away.day = booked_days.day
    LEFT JOIN services ON services.service_id = booked_days.service_id
    LEFT JOIN sole_budget AS sole ON sole.project_id = booked_days.project_id
        AND booked_days.day >= sole.first_day AND booked_days.day < sole.next_day
    WHERE workable.seconds > coalesce(away.seconds, 0)
)
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
