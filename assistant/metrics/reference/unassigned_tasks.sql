-- uses: tasks_open
-- "unassigned_tasks: open tasks that nobody has, as they are now".
SELECT asked.last_day AS day, tasks_open.task_id, tasks_open.project_id, 1::BIGINT AS numerator
FROM tasks_open
CROSS JOIN asked
WHERE tasks_open.assignee IS NULL
