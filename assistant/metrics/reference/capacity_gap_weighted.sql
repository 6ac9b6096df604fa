-- uses: free, deal_days
-- "capacity_gap: deal hours - free hours of that job_title; three states: ... probability-weighted": hours x
-- probability to date, floored, day by day. A deal whose probability is unknown is left out.
SELECT day, person_id, NULL AS deal_id, NULL AS job_title, -seconds AS numerator
FROM free
UNION ALL
SELECT
    deal_days.day, NULL, deal_days.deal_id, deal_days.job_title,
    (
        deal_days.hours::HUGEINT * deals.probability * deal_days.place // (deal_days.places * 1000000)
        - deal_days.hours::HUGEINT * deals.probability * (deal_days.place - 1) // (deal_days.places * 1000000)
    )::BIGINT
FROM deal_days
JOIN deals ON deals.deal_id = deal_days.deal_id AND deals.probability IS NOT NULL
