-- "milestones_due: in the period"; cancelled never counts.
SELECT due_date AS day, task_id, project_id, assignee AS person_id, 1::BIGINT AS numerator
FROM tasks
WHERE kind = 'milestone' AND status <> 'cancelled' AND due_date IS NOT NULL
