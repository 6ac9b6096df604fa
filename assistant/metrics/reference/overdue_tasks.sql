-- uses: tasks_open
-- "overdue = open with due_date before today", or before the date asked about where that is earlier.
SELECT
    asked.last_day AS day, tasks_open.task_id, tasks_open.project_id, tasks_open.assignee AS person_id,
    1::BIGINT AS numerator
FROM tasks_open
JOIN asked ON tasks_open.due_date < least(asked.today, asked.last_day)
