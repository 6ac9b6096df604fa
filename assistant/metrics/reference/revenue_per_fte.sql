-- uses: recognized, contracted
-- "revenue_per_fte: revenue / fte", both through yesterday, "not annualised": fte is contracted hours over
-- (full_time_week / 5 x Mon-Fri days), so revenue x full_time_week x those days over contracted hours x 5.
WITH week AS (
    SELECT
        full_time_week::HUGEINT * len(list_filter(
            generate_series(first_day, least(last_day, today - 1), INTERVAL 1 DAY), lambda day: isodow(day) <= 5
        )) AS full_time
    FROM asked
)
SELECT
    day, entry_id, person_id, project_id, budget_id, service_id, task_id, currency,
    numerator * week.full_time AS numerator, 0::HUGEINT AS denominator
FROM recognized
CROSS JOIN week
UNION ALL
SELECT contracted.day, NULL, contracted.person_id, NULL, NULL, NULL, NULL, NULL, 0, contracted.seconds * 5
FROM contracted
JOIN asked ON contracted.day >= asked.first_day AND contracted.day < asked.today
