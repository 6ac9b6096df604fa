-- uses: deal_places
-- "The work a deal would bring", of each open deal and job title on each of its days from today on: the hours in
-- all, and which of how many days it is.
SELECT
    deal_places.day, deal_places.deal_id, deal_roles.job_title, deal_roles.hours, deal_places.place,
    deal_places.places
FROM deal_places
JOIN deal_roles ON deal_roles.deal_id = deal_places.deal_id
JOIN asked ON deal_places.day BETWEEN greatest(asked.first_day, asked.today) AND asked.last_day
