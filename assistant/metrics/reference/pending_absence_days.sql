-- uses: available, contracted
-- "Pending absences do not reduce availability; they are shown beside": the days of leave still to be decided, of
-- what approved leave leaves of each day, as a share of that day's pattern, in micro-days, half up for each person,
-- day and absence; earlier by start_date, then absence_id.
WITH asked_for AS (
    SELECT
        absences.absence_id,
        absences.person_id,
        absences.category,
        available.day,
        available.seconds AS open,
        contracted.seconds AS pattern,
        coalesce(absences.hours_per_day, available.seconds) AS wanted,
        sum(coalesce(absences.hours_per_day, available.seconds)) OVER (
            PARTITION BY absences.person_id, available.day
            ORDER BY absences.start_date, absences.absence_id
            ROWS UNBOUNDED PRECEDING
        ) AS so_far
    FROM absences
    CROSS JOIN asked
    JOIN available ON available.person_id = absences.person_id
        AND available.day BETWEEN greatest(absences.start_date, asked.first_day) AND absences.end_date
    JOIN contracted ON contracted.person_id = available.person_id AND contracted.day = available.day
    WHERE absences.status = 'pending'
        AND NOT list_contains(asked.keeps_availability, coalesce(lower(absences.category), ''))
),
taken AS (
    SELECT *, (least(so_far, open) - least(so_far - wanted, open))::BIGINT AS seconds FROM asked_for
)
SELECT day, person_id, absence_id, category, (seconds * 2000000 + pattern) // (pattern * 2) AS numerator
FROM taken
WHERE seconds > 0
