-- uses: owed_days
-- "Timesheets incomplete": of the employees who tracked time on the project or are booked on it (confirmed) in the
-- four weeks to the date asked about, timesheet_completeness of those weeks is below the threshold (settings).
WITH involved AS (
    SELECT DISTINCT entries.project_id, entries.person_id
    FROM time_entries AS entries
    JOIN asked ON entries.date BETWEEN asked.first_day AND asked.last_day AND entries.date < asked.today
    WHERE entries.status IS DISTINCT FROM 'rejected'
    UNION
    SELECT bookings.project_id, bookings.person_id
    FROM bookings
    JOIN asked ON bookings.start_date <= asked.last_day AND bookings.start_date < asked.today
        AND bookings.end_date >= asked.first_day
    WHERE bookings.person_id IS NOT NULL AND NOT coalesce(bookings.tentative, FALSE)
)
SELECT involved.project_id, 16 AS reason
FROM involved
CROSS JOIN asked
JOIN owed_days ON owed_days.person_id = involved.person_id
GROUP BY involved.project_id, asked.timesheet_threshold
HAVING sum(least(owed_days.tracked, owed_days.available))::HUGEINT * 1000000
    < sum(owed_days.available)::HUGEINT * asked.timesheet_threshold
