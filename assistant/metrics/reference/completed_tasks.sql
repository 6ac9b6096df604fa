-- uses: tasks_done
-- "completed = done_on in the period".
SELECT done_on AS day, task_id, project_id, assignee AS person_id, 1::BIGINT AS numerator
FROM tasks_done
