-- uses: owed_days
-- "missing_days: person-days before today with available > 0 and nothing tracked, employees only".
SELECT day, person_id, 1::BIGINT AS numerator
FROM owed_days
WHERE tracked = 0
