-- uses: scheduled
-- "scheduled_hours: sum of confirmed booking hours", per person and day.
SELECT person_id, day, sum(hours_per_day)::BIGINT AS seconds
FROM scheduled
GROUP BY person_id, day
