-- "completed = done_on in the period"; "task metrics count kind task".
SELECT *
FROM tasks
WHERE kind = 'task' AND status = 'done' AND done_on IS NOT NULL
