-- uses: earned
-- "agi: revenue - the billable expenses that are in it (agency gross income)", through yesterday.
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM earned
