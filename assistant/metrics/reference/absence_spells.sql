-- uses: spells
-- "absence_spells: spells that touch the period (one spell over two months counts once)".
SELECT day, absence_id, person_id, category, 1::BIGINT AS numerator
FROM spells
