-- uses: sole_budget
-- "Approved changes add to amount and hours from decided_on": each on its day, with its budget (budget_id,
-- else the project's one budget in force that day). Approved without a day of decision: from the day it was
-- requested.
SELECT
    changes.* REPLACE (coalesce(changes.budget_id, sole.budget_id) AS budget_id),
    coalesce(changes.decided_on, changes.requested_on) AS day
FROM change_requests AS changes
LEFT JOIN sole_budget AS sole ON sole.project_id = changes.project_id
    AND coalesce(changes.decided_on, changes.requested_on) >= sole.first_day
    AND coalesce(changes.decided_on, changes.requested_on) < sole.next_day
WHERE changes.status = 'approved'
