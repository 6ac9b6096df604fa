-- uses: project_costs, to_complete
-- "The other three forms on request": EAC revised from below, AC + hours_to_complete x what an estimated hour is
-- worth (BAC over the estimated hours of its tasks), cut down to whole slices.
-- On the cost basis (sold hours x cost rate).
WITH remaining AS (
    SELECT project_id, sum(seconds)::HUGEINT AS seconds
    FROM to_complete
    GROUP BY project_id
),
estimates AS (
    SELECT project_id, sum(estimate_hours)::HUGEINT AS estimated
    FROM tasks
    WHERE kind = 'task' AND status <> 'cancelled' AND estimate_hours > 0
    GROUP BY project_id
),
parts AS (
    SELECT
        project_costs.*, estimates.estimated,
        project_costs.bac * coalesce(remaining.seconds, 0) AS left_over
    FROM project_costs
    JOIN estimates ON estimates.project_id = project_costs.project_id
    LEFT JOIN remaining ON remaining.project_id = project_costs.project_id
)
SELECT
    day, project_id, currency,
    (ac + (left_over - (left_over % estimated + estimated) % estimated) // estimated)::BIGINT AS numerator
FROM parts
