-- uses: used
-- "burn_rate: used in the last 4 complete weeks / 4, per week": the money of the four that end on the last
-- Sunday by then, today's week never being complete.
WITH weeks AS (
    SELECT through - (isodow(through) % 7)::INTEGER AS sunday
    FROM (SELECT least(asked.last_day, asked.today - 1) AS through FROM asked) AS gone
)
SELECT day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency, numerator
FROM used
JOIN weeks ON used.day > weeks.sunday - 28 AND used.day <= weeks.sunday
