-- uses: available, scheduled_days
-- "free_hours: available - scheduled, per person-day, may be negative; only days >= today".
SELECT
    available.person_id, available.day,
    available.seconds - coalesce(scheduled_days.seconds, 0) AS seconds
FROM available
JOIN asked ON available.day >= greatest(asked.first_day, asked.today)
LEFT JOIN scheduled_days ON scheduled_days.person_id = available.person_id
    AND scheduled_days.day = available.day
