-- uses: tasks_open
-- "open_tasks: cancelled never counts", nor does what is done; as of the date asked about.
SELECT
    asked.last_day AS day, tasks_open.task_id, tasks_open.project_id, tasks_open.assignee AS person_id,
    1::BIGINT AS numerator
FROM tasks_open
CROSS JOIN asked
