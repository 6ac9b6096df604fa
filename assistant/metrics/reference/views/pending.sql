-- uses: sole_budget
-- "pending_change_*: pending now and requested by then": each with its budget (budget_id, else the project's
-- one budget in force on the day of the request).
SELECT
    requests.* REPLACE (coalesce(requests.budget_id, sole.budget_id) AS budget_id),
    requests.requested_on AS day
FROM change_requests AS requests
LEFT JOIN sole_budget AS sole ON sole.project_id = requests.project_id
    AND requests.requested_on >= sole.first_day
    AND requests.requested_on < sole.next_day
WHERE requests.status = 'pending'
