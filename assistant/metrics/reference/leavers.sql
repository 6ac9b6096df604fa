-- "leavers: people whose contract ends in the period", by its last day; one without a start holds on no day, and so
-- does not end.
SELECT end_date AS day, person_id, 1::BIGINT AS numerator
FROM people
WHERE end_date IS NOT NULL AND start_date IS NOT NULL
