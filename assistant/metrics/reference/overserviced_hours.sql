-- uses: overserviced
-- "overserviced_hours: max(0, tracked - sold hours incl. approved changes), per budget".
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, numerator
FROM overserviced
