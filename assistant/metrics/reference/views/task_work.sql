-- "All time ever tracked on them": the hours on each task, through today, rejected excluded.
SELECT entries.task_id, sum(entries.hours)::BIGINT AS seconds
FROM time_entries AS entries
JOIN asked ON entries.date <= asked.today
WHERE entries.status IS DISTINCT FROM 'rejected' AND entries.task_id IS NOT NULL
GROUP BY entries.task_id
