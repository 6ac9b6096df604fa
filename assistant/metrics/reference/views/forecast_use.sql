-- uses: used, booked_ahead, agreements
-- "forecast_used: used + future scheduled hours x price to the end": used before the first day ahead (today, or
-- the day after an earlier date), then bookings to the budget's end, not capped. What is ahead stands on the
-- date asked about. Bookings without a known price count 0.
SELECT
    used.day, used.entry_id, used.person_id, used.project_id, used.budget_id, used.service_id, used.task_id,
    used.currency, used.numerator
FROM used
JOIN asked ON used.day < least(asked.last_day + 1, asked.today)
UNION ALL
SELECT
    asked.last_day, NULL, booked_ahead.person_id, booked_ahead.project_id, booked_ahead.budget_id,
    booked_ahead.service_id, NULL,
    coalesce(booked_ahead.price_currency, agreements.currency, asked.base_currency),
    coalesce(booked_ahead.seconds * booked_ahead.price, 0)
FROM booked_ahead
CROSS JOIN asked
JOIN agreements ON agreements.budget_id = booked_ahead.budget_id
    AND agreements.type <> 'non_billable'
    AND booked_ahead.day <= coalesce(agreements.end_date, booked_ahead.day)
