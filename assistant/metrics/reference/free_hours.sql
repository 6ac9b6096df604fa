-- uses: free
-- "free_hours: available - scheduled, per person-day, may be negative; only days >= today".
SELECT day, person_id, seconds AS numerator
FROM free
