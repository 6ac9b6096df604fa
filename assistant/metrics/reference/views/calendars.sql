-- "assignments: where someone belonged from that date; without it, people holds always": whose holidays
-- count, as [valid_from, next_from). An assignment with a blank calendar changes nothing about it.
SELECT
    person_id,
    calendar,
    valid_from,
    lead(valid_from, 1, DATE '9999-12-31') OVER (PARTITION BY person_id ORDER BY valid_from) AS next_from
FROM (
    SELECT person_id, DATE '0001-01-01' AS valid_from, calendar FROM people
    UNION ALL
    SELECT person_id, valid_from, calendar FROM assignments WHERE calendar IS NOT NULL
) AS stations
