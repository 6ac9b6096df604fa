-- uses: agreements, changes, first_hours
-- "budget_hours: hours + approved change requests; a retainer: months x monthly": what was sold first, and each
-- approved change on decided_on.
SELECT day, budget_id, project_id, seconds
FROM first_hours
UNION ALL
SELECT changes.day, agreements.budget_id, agreements.project_id, changes.hours
FROM changes
JOIN agreements ON agreements.budget_id = changes.budget_id AND agreements.hours IS NOT NULL
WHERE changes.hours IS NOT NULL
