-- uses: to_complete
-- "hours_to_complete: remaining_hours where given, else max(0, estimate - tracked) of open tasks".
SELECT day, task_id, project_id, person_id, seconds AS numerator
FROM to_complete
