-- uses: leave
-- "leave_balance_days: allowance of the year - approved days taken or planned in it; n/a without
-- leave_allowances", in micro-days. An allowance for a category is reduced by its absences, one without by those
-- of every category that has none of its own.
WITH allowances AS (
    SELECT
        allowed.person_id, lower(allowed.category) AS kind, min(allowed.category) AS category,
        sum(allowed.days) AS days
    FROM leave_allowances AS allowed
    JOIN asked ON allowed.year = year(asked.last_day)
    GROUP BY allowed.person_id, lower(allowed.category)
),
taken AS (
    SELECT
        leave.person_id, lower(leave.category) AS kind,
        sum((leave.seconds * 2000000 + leave.pattern) // (leave.pattern * 2)) AS micro_days
    FROM leave
    JOIN asked ON year(leave.day) = year(asked.last_day)
    GROUP BY leave.person_id, lower(leave.category)
),
slices AS (
    SELECT person_id, category, days * 100 AS micro_days
    FROM allowances
    UNION ALL
    SELECT taken.person_id, coalesce(own.category, rest.category), -taken.micro_days
    FROM taken
    LEFT JOIN allowances AS own ON own.person_id = taken.person_id AND own.kind = taken.kind
    LEFT JOIN allowances AS rest ON rest.person_id = taken.person_id AND rest.kind IS NULL
    WHERE own.person_id IS NOT NULL OR rest.person_id IS NOT NULL
)
SELECT asked.last_day AS day, slices.person_id, slices.category, slices.micro_days::BIGINT AS numerator
FROM slices
CROSS JOIN asked
