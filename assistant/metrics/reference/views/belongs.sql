-- uses: sole_budget
-- "An entry belongs to its budget_id, else its service's budget, else its project's one budget in force that
-- day": the time entries that count (rejected never does, nor what is dated after today), with that budget in
-- budget_id.
SELECT entries.* REPLACE (coalesce(entries.budget_id, services.budget_id, sole.budget_id) AS budget_id)
FROM time_entries AS entries
CROSS JOIN asked
-- What names its budget looks for none: a blank is held against nothing.
LEFT JOIN services ON services.service_id = CASE WHEN entries.budget_id IS NULL THEN entries.service_id END
LEFT JOIN sole_budget AS sole ON sole.project_id = CASE WHEN entries.budget_id IS NULL THEN entries.project_id END
    AND entries.date >= sole.first_day
    AND entries.date < sole.next_day
WHERE entries.status IS DISTINCT FROM 'rejected' AND entries.date <= asked.today
