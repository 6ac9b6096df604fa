-- uses: earned, costed
-- "delivery_margin: (agi - labor_cost) / agi", both sides through yesterday; with approval_required approved
-- hours on both.
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    numerator, numerator AS denominator
FROM earned
UNION ALL
SELECT
    costed.date, costed.entry_id, costed.person_id, costed.project_id, costed.budget_id, costed.service_id,
    costed.task_id, costed.cost_currency, -(costed.hours * costed.cost), 0
FROM costed
JOIN asked ON costed.date < asked.today AND (costed.status = 'approved' OR NOT asked.approval_required)
