-- uses: running, concern_burn_hours, concern_milestones, concern_timesheets
-- "health" for those who see no money: the burn index in hours > 1.15, overdue milestones, timesheets incomplete: one slice for every running project, its reasons as
-- a number: how many x 32 + burn 1, milestones 2, overrun 4, margin 8, timesheets 16.
WITH reasons AS (
    SELECT project_id, reason FROM concern_burn_hours
    UNION ALL
    SELECT project_id, reason FROM concern_milestones
    UNION ALL
    SELECT project_id, reason FROM concern_timesheets
)
SELECT
    running.day, running.project_id,
    coalesce(count(reasons.reason) * 32 + sum(reasons.reason), 0)::BIGINT AS numerator, 1::BIGINT AS denominator
FROM running
LEFT JOIN reasons ON reasons.project_id = running.project_id
GROUP BY running.day, running.project_id
