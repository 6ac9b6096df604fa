-- "A public holiday of one calendar" (1 = whole day, 0.5 = half; blank = the whole day): how much of each day it
-- takes.
SELECT calendar, date, max(coalesce(fraction, 10000)) AS fraction
FROM holidays
GROUP BY calendar, date
