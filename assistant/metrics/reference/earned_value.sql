-- uses: project_values
-- "earned_value: EV = BAC x percent_complete".
SELECT day, project_id, currency, ev::BIGINT AS numerator
FROM project_values
