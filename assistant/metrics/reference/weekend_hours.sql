-- uses: belongs
-- "weekend_hours: tracked hours of Saturdays and Sundays", by ISO weekday (Monday 1, Sunday 7), through today.
SELECT date AS day, entry_id, person_id, project_id, budget_id, service_id, task_id, hours AS numerator
FROM belongs
WHERE isodow(date) IN (6, 7)
