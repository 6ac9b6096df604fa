-- uses: changes, agreements
-- "approved_change_hours: change requests approved in the period".
SELECT
    changes.day, changes.budget_id, coalesce(agreements.project_id, changes.project_id) AS project_id,
    changes.hours AS numerator
FROM changes
LEFT JOIN agreements ON agreements.budget_id = changes.budget_id
WHERE changes.hours IS NOT NULL AND changes.day IS NOT NULL
