-- uses: tasks_open
-- "tasks_due: open tasks whose due date lies in the period".
SELECT due_date AS day, task_id, project_id, assignee AS person_id, 1::BIGINT AS numerator
FROM tasks_open
WHERE due_date IS NOT NULL
