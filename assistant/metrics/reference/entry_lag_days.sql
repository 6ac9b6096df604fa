-- uses: belongs
-- "entry_lag_days: median of created_at - work date; n/a without created_at": one item per entry, in whole
-- days.
SELECT
    date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id,
    (created_at::DATE - date)::BIGINT AS numerator, 1::BIGINT AS denominator
FROM belongs
WHERE created_at IS NOT NULL
