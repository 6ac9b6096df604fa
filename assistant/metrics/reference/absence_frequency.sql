-- uses: spells
-- "absence_frequency: spells / average headcount"; "average headcount is the daily mean": spells x days of the
-- period over person-days employed in it.
SELECT
    spells.day, spells.absence_id, spells.person_id, spells.category,
    (asked.last_day - asked.first_day + 1)::BIGINT AS numerator, 0::BIGINT AS denominator
FROM spells
CROSS JOIN asked
UNION ALL
SELECT employed.day, NULL, employed.person_id, NULL, 0::BIGINT, 1::BIGINT
FROM (
    SELECT
        people.person_id,
        unnest(generate_series(
            greatest(people.start_date, asked.first_day), least(people.end_date, asked.last_day), INTERVAL 1 DAY
        ))::DATE AS day
    FROM people
    CROSS JOIN asked
    WHERE people.start_date IS NOT NULL
) AS employed
