-- uses: absent, contracted
-- "absence_rate: absence_hours / contracted_hours".
SELECT
    absent.day, absent.person_id, absent.absence_id, absent.category,
    absent.seconds AS numerator, 0::BIGINT AS denominator
FROM absent
JOIN asked ON absent.day >= asked.first_day
UNION ALL
SELECT contracted.day, contracted.person_id, NULL, NULL, 0::BIGINT, contracted.seconds
FROM contracted
JOIN asked ON contracted.day >= asked.first_day
