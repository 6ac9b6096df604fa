-- uses: project_costs, left_to_do
-- "The other three forms on request": EAC revised from below, AC + hours_to_complete x what an estimated hour is
-- worth (BAC over the estimated hours of its tasks), cut down to whole slices.
-- On the cost basis (sold hours x cost rate).
WITH parts AS (
    SELECT project_costs.*, left_to_do.estimated, project_costs.bac * left_to_do.seconds AS left_over
    FROM project_costs
    JOIN left_to_do ON left_to_do.project_id = project_costs.project_id
)
SELECT
    day, project_id, currency,
    (ac + (left_over - (left_over % estimated + estimated) % estimated) // estimated)::BIGINT AS numerator
FROM parts
