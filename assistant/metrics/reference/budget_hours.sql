-- uses: sold_hours
-- "Hours likewise as budget_hours": hours + approved change requests; a retainer: months x monthly.
SELECT day, budget_id, project_id, seconds AS numerator
FROM sold_hours
