-- uses: available, worked_days, scheduled_days
-- "bench_hours: sum of max(0, available - x) per person-day; x = tracked for past days, scheduled from today".
SELECT
    available.day, available.person_id,
    greatest(0, available.seconds - coalesce(
        CASE WHEN available.day < asked.today THEN worked_days.seconds ELSE scheduled_days.seconds END, 0
    ))::BIGINT AS numerator
FROM available
JOIN asked ON available.day >= asked.first_day
LEFT JOIN worked_days ON worked_days.person_id = available.person_id AND worked_days.day = available.day
LEFT JOIN scheduled_days ON scheduled_days.person_id = available.person_id
    AND scheduled_days.day = available.day
