-- uses: belongs
-- "With approval_required, price metrics use approved time": the time entries they count.
SELECT belongs.*
FROM belongs
JOIN asked ON belongs.status = 'approved' OR NOT asked.approval_required
