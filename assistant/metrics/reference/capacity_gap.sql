-- uses: free, deal_days
-- "capacity_gap: deal hours - free hours of that job_title; three states: ... if all close": hours to date,
-- floored, day by day.
SELECT day, person_id, NULL AS deal_id, NULL AS job_title, -seconds AS numerator
FROM free
UNION ALL
SELECT
    deal_days.day, NULL, deal_days.deal_id, deal_days.job_title,
    deal_days.hours * deal_days.place // deal_days.places
        - deal_days.hours * (deal_days.place - 1) // deal_days.places
FROM deal_days
