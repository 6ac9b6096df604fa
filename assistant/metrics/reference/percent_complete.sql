-- "percent_complete: estimate-weighted percent_complete of tasks (no percent: done = 100, else 0); cancelled out;
-- no tasks -> n/a"; "a task without an estimate weighs 0".
SELECT
    asked.last_day AS day, tasks.task_id, tasks.project_id, tasks.assignee AS person_id,
    coalesce(tasks.percent_complete, CASE WHEN tasks.status = 'done' THEN 1000000 ELSE 0 END)
        * tasks.estimate_hours AS numerator,
    1000000 * tasks.estimate_hours AS denominator
FROM tasks
CROSS JOIN asked
WHERE tasks.kind = 'task' AND tasks.status <> 'cancelled' AND tasks.estimate_hours > 0
