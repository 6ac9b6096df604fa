-- uses: scheduled
-- "plan_error: sum of abs(tracked - scheduled) per person-project-week / sum of scheduled: offsetting errors stay
-- visible"; every project counts, "weeks clipped to the period, past days".
WITH both_sides AS (
    SELECT entries.date AS day, entries.person_id, entries.project_id, entries.hours AS tracked, 0 AS planned
    FROM time_entries AS entries
    JOIN asked ON entries.date BETWEEN asked.first_day AND asked.last_day AND entries.date < asked.today
    WHERE entries.status IS DISTINCT FROM 'rejected'
    UNION ALL
    SELECT scheduled.day, scheduled.person_id, scheduled.project_id, 0, scheduled.hours_per_day
    FROM scheduled
    JOIN asked ON scheduled.day >= asked.first_day AND scheduled.day < asked.today
)
SELECT
    greatest(date_trunc('week', both_sides.day)::DATE, asked.first_day) AS day,
    both_sides.person_id, both_sides.project_id,
    abs(sum(both_sides.tracked) - sum(both_sides.planned))::BIGINT AS numerator,
    sum(both_sides.planned)::BIGINT AS denominator
FROM both_sides
CROSS JOIN asked
GROUP BY ALL
