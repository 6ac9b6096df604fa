-- uses: owed_days
-- "missing_hours: sum of max(0, available - tracked) per person-day, past days only, employees only".
SELECT day, person_id, greatest(0, available - tracked)::BIGINT AS numerator
FROM owed_days
