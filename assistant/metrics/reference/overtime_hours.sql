-- uses: worked_days, available
-- "overtime_hours: sum of max(0, tracked - available) per person-day", through yesterday; "tracked time outside a
-- contract counts, all as overtime".
SELECT
    worked_days.day, worked_days.person_id,
    greatest(0, worked_days.seconds - coalesce(available.seconds, 0))::BIGINT AS numerator
FROM worked_days
JOIN asked ON worked_days.day BETWEEN asked.first_day AND asked.last_day AND worked_days.day < asked.today
LEFT JOIN available ON available.person_id = worked_days.person_id AND available.day = worked_days.day
