-- uses: workable, absent
-- "Per person-day: pattern hours x (1 - holiday fraction) - approved absence that reduces availability, never
-- below 0".
SELECT workable.person_id, workable.day, (workable.seconds - coalesce(away.seconds, 0))::BIGINT AS seconds
FROM workable
LEFT JOIN (SELECT person_id, day, sum(seconds) AS seconds FROM absent GROUP BY person_id, day) AS away
    ON away.person_id = workable.person_id AND away.day = workable.day
