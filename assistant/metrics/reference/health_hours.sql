-- uses: concern_burn_hours, concern_milestones, concern_timesheets
-- "health" for those who see no money: the burn index in hours > 1.15, overdue milestones, timesheets incomplete; one
-- slice for every running project, its reasons as a number: how many x 32 + burn 1, milestones 2, overrun 4,
-- margin 8, timesheets 16.
WITH reasons AS (
    SELECT project_id, 1 AS reason FROM concern_burn_hours
    UNION ALL
    SELECT project_id, 2 AS reason FROM concern_milestones
    UNION ALL
    SELECT project_id, 16 AS reason FROM concern_timesheets
)
SELECT
    asked.last_day AS day, projects.project_id,
    coalesce(count(reasons.reason) * 32 + sum(reasons.reason), 0)::BIGINT AS numerator, 1::BIGINT AS denominator
FROM projects
CROSS JOIN asked
LEFT JOIN reasons ON reasons.project_id = projects.project_id
WHERE projects.status IN ('planned', 'active', 'on_hold')
GROUP BY asked.last_day, projects.project_id
