-- uses: full_totals
-- "agreements_ending: budgets whose end_date lies in the period (renewals), with their value": the total they
-- come to at their end.
SELECT end_date AS day, budget_id, project_id, currency, total::BIGINT AS numerator
FROM full_totals
WHERE end_date IS NOT NULL
