-- "Task metrics count kind task; cancelled never counts": the tasks that are not done, whoever has them.
SELECT *
FROM tasks
WHERE kind = 'task' AND status IN ('open', 'in_progress')
