-- "joiners: people whose contract begins in the period"; contractors are people.
SELECT start_date AS day, person_id, 1::BIGINT AS numerator
FROM people
WHERE start_date IS NOT NULL
