-- uses: absent
-- "absence_days: absence hours / that day's pattern hours" (a whole-day leave on a half holiday is 0.5 day),
-- in micro-days, half up for each person, day and absence.
SELECT
    absent.day, absent.person_id, absent.absence_id, absent.category,
    (absent.seconds * 2000000 + absent.pattern) // (absent.pattern * 2) AS numerator
FROM absent
JOIN asked ON absent.day >= asked.first_day
