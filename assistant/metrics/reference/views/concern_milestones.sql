-- "Overdue milestones": not done and due before today, by the date asked about; cancelled never counts.
SELECT DISTINCT tasks.project_id, 2 AS reason
FROM tasks
JOIN asked ON tasks.due_date < asked.today AND tasks.due_date <= asked.last_day
WHERE tasks.kind = 'milestone' AND tasks.status IN ('open', 'in_progress')
