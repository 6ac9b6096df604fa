-- uses: belongs
-- "With approval_required, price metrics use approved time and say + X h pending": hours that are neither approved
-- nor rejected, through today.
SELECT date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id, hours AS numerator
FROM belongs
WHERE status IS DISTINCT FROM 'approved'
