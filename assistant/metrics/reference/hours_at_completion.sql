-- uses: to_complete
-- "hours_at_completion: hours_to_complete + tracked; by project or service": all that was tracked through today,
-- each entry on its day.
SELECT day, NULL AS entry_id, task_id, project_id, NULL AS service_id, person_id, seconds AS numerator
FROM to_complete
UNION ALL
SELECT
    entries.date, entries.entry_id, entries.task_id, entries.project_id, entries.service_id, entries.person_id,
    entries.hours
FROM time_entries AS entries
JOIN asked ON entries.date <= asked.today
WHERE entries.status IS DISTINCT FROM 'rejected'
