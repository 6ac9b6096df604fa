-- uses: available, scheduled_days
-- "scheduled_utilization: scheduled / available, future days", from today.
SELECT
    available.day, available.person_id,
    coalesce(scheduled_days.seconds, 0) AS numerator, available.seconds AS denominator
FROM available
JOIN asked ON available.day >= greatest(asked.first_day, asked.today)
LEFT JOIN scheduled_days ON scheduled_days.person_id = available.person_id
    AND scheduled_days.day = available.day
