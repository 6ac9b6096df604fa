-- uses: pending, agreements
-- "pending_change_hours: change requests pending at the end of the period".
SELECT
    pending.day, pending.budget_id, coalesce(agreements.project_id, pending.project_id) AS project_id,
    pending.hours AS numerator
FROM pending
LEFT JOIN agreements ON agreements.budget_id = pending.budget_id
WHERE pending.hours IS NOT NULL
