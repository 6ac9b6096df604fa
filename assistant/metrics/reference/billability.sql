-- uses: belongs
-- "billability: billable / tracked", through today; both sides of one entry stand in its one row.
SELECT
    date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id,
    coalesce(billable_hours, 0) AS numerator, hours AS denominator
FROM belongs
