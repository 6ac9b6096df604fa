-- uses: contracted, calendars, closed
-- "Pattern hours x (1 - holiday fraction)", by the person's calendar on that day, half up to the second.
SELECT
    contracted.person_id,
    contracted.day,
    contracted.seconds AS pattern,
    (contracted.seconds * (10000 - coalesce(closed.fraction, 0)) + 5000) // 10000 AS seconds
FROM contracted
LEFT JOIN calendars ON calendars.person_id = contracted.person_id
    AND contracted.day >= calendars.valid_from
    AND contracted.day < calendars.next_from
LEFT JOIN closed ON closed.calendar = calendars.calendar AND closed.date = contracted.day
