-- uses: leave
-- "Approved absence on working days inside employment", on the days that can be asked about: from the earlier of
-- today and the period's start to the period's end.
SELECT leave.*
FROM leave
JOIN asked ON leave.day BETWEEN least(asked.first_day, asked.today) AND asked.last_day
