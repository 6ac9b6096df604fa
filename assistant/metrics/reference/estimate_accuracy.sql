-- uses: tasks_done, task_work
-- "estimate_accuracy: tracked / estimate on done tasks with an estimate": "tasks done in the period, all time ever
-- tracked on them".
SELECT
    tasks_done.done_on AS day, tasks_done.task_id, tasks_done.project_id, tasks_done.assignee AS person_id,
    coalesce(task_work.seconds, 0) AS numerator, tasks_done.estimate_hours AS denominator
FROM tasks_done
LEFT JOIN task_work ON task_work.task_id = tasks_done.task_id
WHERE tasks_done.estimate_hours > 0
