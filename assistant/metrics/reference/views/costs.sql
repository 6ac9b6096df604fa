-- uses: costed, spent
-- "cost: labor_cost + expense_cost", through yesterday, as profit and margin count it: with approval_required
-- the approved hours only, as on the revenue side.
SELECT
    costed.date AS day, costed.entry_id, costed.person_id, costed.project_id, costed.budget_id,
    costed.service_id, costed.task_id, costed.cost_currency AS currency,
    costed.hours * costed.cost AS numerator
FROM costed
JOIN asked ON costed.date < asked.today AND (costed.status = 'approved' OR NOT asked.approval_required)
UNION ALL
SELECT
    spent.date, NULL, NULL, spent.project_id, spent.budget_id, NULL, NULL, spent.currency, spent.amount * 3600
FROM spent
JOIN asked ON spent.date < asked.today
WHERE spent.amount IS NOT NULL
