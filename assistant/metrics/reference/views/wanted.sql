-- uses: deal_days
-- What each open deal takes of a job title's week where it stays where it is planned, "probability-weighted" and
-- "if all close"; hours to date, floored, day by day.
SELECT
    deal_days.deal_id, deal_days.job_title, date_trunc('week', deal_days.day)::DATE AS monday,
    sum(
        deal_days.hours::HUGEINT * deals.probability * deal_days.place // (deal_days.places * 1000000)
        - deal_days.hours::HUGEINT * deals.probability * (deal_days.place - 1) // (deal_days.places * 1000000)
    ) AS weighted,
    sum(
        deal_days.hours * deal_days.place // deal_days.places
        - deal_days.hours * (deal_days.place - 1) // deal_days.places
    ) AS certain
FROM deal_days
JOIN deals ON deals.deal_id = deal_days.deal_id
GROUP BY deal_days.deal_id, deal_days.job_title, monday
