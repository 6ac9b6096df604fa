-- uses: absent
-- "absence_hours: approved absence on working days inside employment"; categories that keep availability are
-- none.
SELECT absent.day, absent.person_id, absent.absence_id, absent.category, absent.seconds AS numerator
FROM absent
JOIN asked ON absent.day >= asked.first_day
