-- "milestones_slipped: not done and due before today"; cancelled never counts.
SELECT
    tasks.due_date AS day, tasks.task_id, tasks.project_id, tasks.assignee AS person_id, 1::BIGINT AS numerator
FROM tasks
JOIN asked ON tasks.due_date < asked.today
WHERE tasks.kind = 'milestone' AND tasks.status IN ('open', 'in_progress')
