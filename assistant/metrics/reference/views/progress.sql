-- "Weighted by estimate": of each project the estimated hours of its tasks, those due on or before the date asked about,
-- and those done, in millionths. Cancelled tasks and those without an estimate are out; no percent: done = 100, else 0.
SELECT
    tasks.project_id,
    sum(tasks.estimate_hours)::HUGEINT AS estimated,
    coalesce(sum(tasks.estimate_hours) FILTER (WHERE tasks.due_date <= asked.last_day), 0)::HUGEINT AS due,
    sum(
        tasks.estimate_hours::HUGEINT
        * coalesce(tasks.percent_complete, CASE WHEN tasks.status = 'done' THEN 1000000 ELSE 0 END)
    )::HUGEINT AS done
FROM tasks
CROSS JOIN asked
WHERE tasks.kind = 'task' AND tasks.status <> 'cancelled' AND tasks.estimate_hours > 0
GROUP BY tasks.project_id
