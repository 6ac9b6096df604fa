-- uses: earned, belongs
-- "average_billable_rate: agi / tracked hours on client projects", both through yesterday: money over hours,
-- which have no currency.
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    numerator, 0::BIGINT AS denominator
FROM earned
UNION ALL
SELECT
    belongs.date, belongs.entry_id, belongs.person_id, belongs.project_id, belongs.budget_id, belongs.service_id,
    belongs.task_id, NULL, 0, belongs.hours
FROM belongs
JOIN projects ON projects.project_id = belongs.project_id AND projects.kind = 'client'
JOIN asked ON belongs.date < asked.today
