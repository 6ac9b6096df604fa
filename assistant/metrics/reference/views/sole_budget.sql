-- "... else its project's one budget in force that day; two in force: to none": the stretches of a project's
-- time with exactly one budget in force, as [first_day, next_day). A blank start is the project's start, a
-- blank end is open.
WITH spans AS (
    SELECT
        budgets.budget_id,
        budgets.project_id,
        coalesce(budgets.start_date, projects.start_date, DATE '0001-01-01') AS first_day,
        coalesce(budgets.end_date + 1, DATE '9999-12-31') AS next_day
    FROM budgets
    LEFT JOIN projects ON projects.project_id = budgets.project_id
),
cuts AS (
    SELECT project_id, first_day AS cut FROM spans
    UNION
    SELECT project_id, next_day AS cut FROM spans
),
stretches AS (
    SELECT project_id, cut AS first_day, lead(cut) OVER (PARTITION BY project_id ORDER BY cut) AS next_day
    FROM cuts
)
SELECT stretches.project_id, stretches.first_day, stretches.next_day, min(spans.budget_id) AS budget_id
FROM stretches
JOIN spans ON spans.project_id = stretches.project_id
    AND spans.first_day <= stretches.first_day
    AND spans.next_day >= stretches.next_day
GROUP BY ALL
HAVING count(*) = 1
