-- uses: tasks_open
-- "blocked_tasks: open tasks whose depends_on are not done"; what was cancelled blocks nothing, nor does an id
-- that is no task's. Character 59 is the semicolon, which joins ids.
WITH needs AS (
    SELECT task_id, trim(unnest(string_split(depends_on, chr(59)))) AS needed
    FROM tasks_open
)
SELECT
    asked.last_day AS day, tasks_open.task_id, tasks_open.project_id, tasks_open.assignee AS person_id,
    1::BIGINT AS numerator
FROM tasks_open
CROSS JOIN asked
WHERE tasks_open.task_id IN (
    SELECT needs.task_id
    FROM needs
    JOIN tasks ON tasks.task_id = needs.needed AND tasks.status NOT IN ('done', 'cancelled')
)
