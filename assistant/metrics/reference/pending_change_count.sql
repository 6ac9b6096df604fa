-- uses: pending, agreements
-- "pending_change_count: change requests pending at the end of the period", each once.
SELECT
    pending.day, pending.budget_id, coalesce(agreements.project_id, pending.project_id) AS project_id,
    1::BIGINT AS numerator
FROM pending
LEFT JOIN agreements ON agreements.budget_id = pending.budget_id
