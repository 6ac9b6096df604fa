-- uses: free
-- "capacity_gap: per job_title and week: deal hours - free hours of that job_title; three states: confirmed
-- only": no open deal's hours.
SELECT day, person_id, -seconds AS numerator
FROM free
