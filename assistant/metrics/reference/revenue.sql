-- uses: recognized
-- "revenue: recognized revenue, by budget type", through yesterday, never ahead.
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM recognized
