-- uses: owed_days
-- "timesheet_completeness: sum of min(tracked, available) / available, past days, employees only".
SELECT day, person_id, least(tracked, available)::BIGINT AS numerator, available::BIGINT AS denominator
FROM owed_days
