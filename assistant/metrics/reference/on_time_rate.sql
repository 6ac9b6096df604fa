-- uses: tasks_done
-- "on_time_rate: done on or before due / done, in the period", of the tasks that have a due date.
SELECT
    done_on AS day, task_id, project_id, assignee AS person_id,
    (done_on <= due_date)::BIGINT AS numerator, 1::BIGINT AS denominator
FROM tasks_done
WHERE due_date IS NOT NULL
