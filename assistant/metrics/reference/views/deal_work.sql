-- uses: deal_places
-- "deal_roles: the work a deal would bring, spread evenly over the working days of the deal": the seconds each open
-- deal needs of each job title on each of its days, hours to date cut down to whole seconds. A deal without any
-- working day is told at today's cost.
SELECT
    deals.deal_id, deals.client_id, deals.expected_close, deal_roles.job_title,
    coalesce(deal_places.day, asked.today) AS day,
    CASE
        WHEN deal_places.day IS NULL THEN deal_roles.hours
        ELSE deal_roles.hours * deal_places.place // deal_places.places
            - deal_roles.hours * (deal_places.place - 1) // deal_places.places
    END AS seconds
FROM deals
CROSS JOIN asked
JOIN deal_roles ON deal_roles.deal_id = deals.deal_id
LEFT JOIN deal_places ON deal_places.deal_id = deals.deal_id
WHERE deals.status = 'open'
