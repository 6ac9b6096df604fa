-- "staleness_days: days since the last time entry, note, task change per project": of each project planned, active
-- or on hold, as of the date asked about or today, whichever is earlier; one without any trace counts from its
-- start.
WITH traces AS (
    SELECT entries.project_id, max(entries.date) AS day
    FROM time_entries AS entries
    JOIN asked ON entries.date <= least(asked.last_day, asked.today)
    WHERE entries.status IS DISTINCT FROM 'rejected'
    GROUP BY entries.project_id
    UNION ALL
    SELECT touched.project_id, max(touched.day)
    FROM (
        SELECT project_id, done_on AS day FROM tasks
        UNION ALL
        SELECT project_id, start_date FROM tasks
    ) AS touched
    JOIN asked ON touched.day <= least(asked.last_day, asked.today)
    GROUP BY touched.project_id
),
last_traces AS (
    SELECT project_id, max(day) AS day FROM traces GROUP BY project_id
)
SELECT
    asked.last_day AS day, projects.project_id,
    (
        least(asked.last_day, asked.today) - coalesce(last_traces.day, projects.start_date)
    )::BIGINT AS numerator,
    1::BIGINT AS denominator
FROM projects
CROSS JOIN asked
LEFT JOIN last_traces ON last_traces.project_id = projects.project_id
WHERE projects.status IN ('planned', 'active', 'on_hold')
    AND coalesce(last_traces.day, projects.start_date) <= least(asked.last_day, asked.today)
