-- uses: tasks_open
-- "tasks_without_due_date: open tasks that are due on no day, as they are now".
SELECT asked.last_day AS day, tasks_open.task_id, tasks_open.project_id, tasks_open.assignee AS person_id, 1::BIGINT AS numerator
FROM tasks_open
CROSS JOIN asked
WHERE tasks_open.due_date IS NULL
