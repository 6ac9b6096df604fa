-- uses: tasks_open, task_work
-- "hours_to_complete: remaining_hours where given, else max(0, estimate - tracked) of open tasks"; a task with
-- neither is unknown, and left out.
SELECT
    asked.last_day AS day, tasks_open.task_id, tasks_open.project_id, tasks_open.assignee AS person_id,
    coalesce(
        tasks_open.remaining_hours,
        greatest(0, tasks_open.estimate_hours - coalesce(task_work.seconds, 0))
    )::BIGINT AS seconds
FROM tasks_open
CROSS JOIN asked
LEFT JOIN task_work ON task_work.task_id = tasks_open.task_id
WHERE tasks_open.remaining_hours IS NOT NULL OR tasks_open.estimate_hours IS NOT NULL
