-- uses: planned
-- "Scheduled hours x cost rate": each confirmed booked person-day from today on, at the cost rate of that day
-- (the person's latest valid_from on or before it). Hours whose cost is not known are left out, never priced at 0.
SELECT
    planned.day, planned.person_id, planned.project_id, planned.budget_id, planned.service_id,
    coalesce(hourly.currency, asked.base_currency) AS currency,
    planned.hours_per_day * hourly.hourly_cost AS numerator
FROM planned
JOIN asked ON planned.day >= asked.today
JOIN (
    SELECT
        person_id, hourly_cost, currency, valid_from,
        lead(valid_from, 1, DATE '9999-12-31') OVER (PARTITION BY person_id ORDER BY valid_from) AS next_from
    FROM cost_rates
) AS hourly ON hourly.person_id = planned.person_id
    AND planned.day >= hourly.valid_from
    AND planned.day < hourly.next_from
WHERE NOT coalesce(planned.tentative, FALSE) AND hourly.hourly_cost IS NOT NULL
