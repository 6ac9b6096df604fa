-- uses: available, worked_days
-- "Past days only, employees only": what each employee had available and tracked on each day of the period through
-- yesterday. "Contractors are people; only the three timesheet metrics leave them out."
SELECT
    available.person_id, available.day, available.seconds AS available,
    coalesce(worked_days.seconds, 0) AS tracked
FROM available
JOIN asked ON available.day >= asked.first_day AND available.day < asked.today
JOIN people ON people.person_id = available.person_id
    AND people.employment IS DISTINCT FROM 'contractor'
LEFT JOIN worked_days ON worked_days.person_id = available.person_id AND worked_days.day = available.day
WHERE available.seconds > 0
