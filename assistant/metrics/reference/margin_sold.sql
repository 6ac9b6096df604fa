-- uses: sold
-- "Margin sold (amount vs sold hours x cost rate at start)".
SELECT
    day, project_id, budget_id, person_id, currency,
    (amount - cost)::BIGINT AS numerator, amount::BIGINT AS denominator
FROM sold
