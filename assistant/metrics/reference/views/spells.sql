-- "A spell is one approved row whose dates overlap the period": on its first day inside it; categories that keep
-- availability are none.
SELECT
    greatest(absences.start_date, asked.first_day) AS day,
    absences.absence_id, absences.person_id, absences.category
FROM absences
JOIN asked ON absences.start_date <= asked.last_day AND absences.end_date >= asked.first_day
WHERE absences.status = 'approved'
    AND NOT list_contains(asked.keeps_availability, coalesce(lower(absences.category), ''))
