"""When people are away, or work from somewhere else."""

from ingest.demo.text_table import Row, table

KEEPS_AVAILABILITY = ("Remote work",)

LEAVES = table(
    "person_id start_date end_date hours_per_day status category",
    """
MAR | 2025-08-04 | 2025-08-15 |      | approved | Vacation
MAR | 2025-12-22 | 2026-01-02 |      | approved | Vacation
MAR | 2026-04-07 | 2026-04-10 |      | approved | Vacation
MAR | 2026-08-10 | 2026-08-21 |      | approved | Vacation
MAR | 2026-11-26 | 2026-11-27 |      | approved | Remote work
FRI | 2025-07-21 | 2025-08-01 |      | approved | Vacation
FRI | 2025-11-10 | 2025-11-12 |      | approved | Sick leave
FRI | 2025-12-29 | 2025-12-31 |      | approved | Vacation
FRI | 2026-02-02 | 2026-02-06 |      | approved | Vacation
FRI | 2026-03-16 | 2026-03-17 |      | approved | Sick leave
FRI | 2026-07-20 | 2026-07-31 |      | approved | Vacation
ANK | 2025-04-28 | 2025-04-30 |      | approved | Vacation
ANK | 2025-07-14 | 2025-07-25 |      | approved | Vacation
ANK | 2025-10-30 | 2025-10-30 | 4    | approved | Medical appointment
ANK | 2025-12-22 | 2025-12-24 |      | approved | Vacation
ANK | 2025-12-29 | 2025-12-31 |      | approved | Vacation
ANK | 2026-01-19 | 2026-01-21 |      | approved | Sick leave
ANK | 2026-02-23 | 2026-02-27 |      | approved | Vacation
ANK | 2026-06-22 | 2026-06-26 |      | approved | Vacation
ANK | 2026-08-17 | 2026-08-28 |      | approved | Vacation
ANK | 2026-09-21 | 2026-09-25 |      | approved | Remote work
ANK | 2026-12-21 | 2026-12-31 |      | pending  | Vacation
JON | 2025-06-19 | 2025-06-20 |      | approved | Vacation
JON | 2025-08-11 | 2025-08-22 |      | approved | Vacation
JON | 2025-10-06 | 2025-10-08 |      | approved | Sick leave
JON | 2025-12-22 | 2026-01-05 |      | approved | Vacation
JON | 2026-03-19 | 2026-03-20 |      | approved | Training
JON | 2026-05-15 | 2026-05-15 |      | approved | Vacation
JON | 2026-07-06 | 2026-07-17 |      | approved | Vacation
JON | 2026-12-28 | 2026-12-31 |      | pending  | Vacation
PET | 2025-07-28 | 2025-08-08 |      | approved | Vacation
PET | 2025-12-24 | 2025-12-31 |      | approved | Vacation
PET | 2026-02-10 | 2026-02-11 |      | approved | Care leave
PET | 2026-04-28 | 2026-04-30 |      | approved | Vacation
PET | 2026-05-20 | 2026-05-20 | 3    | approved | Medical appointment
PET | 2026-07-27 | 2026-08-07 |      | approved | Vacation
ZOE | 2025-08-18 | 2025-08-29 |      | approved | Vacation
ZOE | 2025-09-15 | 2025-09-15 |      | approved | Sick leave
ZOE | 2025-12-22 | 2026-01-02 |      | approved | Vacation
ZOE | 2026-03-02 | 2026-03-06 |      | approved | Remote work
ZOE | 2026-05-26 | 2026-05-29 |      | approved | Vacation
ZOE | 2026-08-03 | 2026-08-07 |      | approved | Vacation
ZOE | 2026-10-26 | 2026-10-30 |      | approved | Vacation
LUK | 2025-06-23 | 2025-06-27 |      | approved | Vacation
LUK | 2025-08-04 | 2025-08-14 |      | approved | Vacation
LUK | 2025-12-29 | 2025-12-31 |      | approved | Vacation
LUK | 2026-02-16 | 2026-02-20 |      | approved | Vacation
LUK | 2026-04-20 | 2026-04-24 |      | approved | Sick leave
LUK | 2026-08-03 | 2026-08-14 |      | approved | Vacation
LUK | 2026-10-29 | 2026-10-30 |      | pending  | Vacation
LIN | 2025-07-07 | 2025-07-18 |      | approved | Vacation
LIN | 2025-11-24 | 2025-11-25 |      | approved | Sick leave
LIN | 2025-12-23 | 2026-01-05 |      | approved | Vacation
LIN | 2026-02-16 | 2026-02-19 |      | approved | Vacation
LIN | 2026-06-29 | 2026-07-09 |      | approved | Vacation
LIN | 2026-09-08 | 2026-09-08 | 3.75 | approved | Medical appointment
LIN | 2026-12-22 | 2026-12-31 |      | approved | Vacation
ANS | 2025-06-23 | 2025-07-04 |      | approved | Vacation
ANS | 2025-09-29 | 2025-10-02 |      | approved | Sick leave
ANS | 2025-10-16 | 2025-10-17 |      | approved | Training
ANS | 2025-12-22 | 2025-12-31 |      | approved | Vacation
ANS | 2026-03-30 | 2026-04-03 |      | approved | Vacation
ANS | 2026-07-13 | 2026-07-24 |      | approved | Vacation
ANS | 2026-09-14 | 2026-09-16 |      | approved | Sick leave
IBR | 2025-06-05 | 2025-06-06 |      | approved | Vacation
IBR | 2025-08-25 | 2025-09-05 |      | approved | Vacation
IBR | 2026-01-12 | 2026-02-06 |      | approved | Parental leave
IBR | 2026-03-20 | 2026-03-20 |      | approved | Vacation
IBR | 2026-05-18 | 2026-05-20 |      | approved | Sick leave
IBR | 2026-08-17 | 2026-08-28 |      | approved | Vacation
IBR | 2026-11-23 | 2026-11-25 |      | pending  | Vacation
YUK | 2026-05-05 | 2026-05-07 |      | approved | Vacation
YUK | 2026-08-11 | 2026-08-20 |      | approved | Vacation
TOM | 2025-07-28 | 2025-08-08 |      | approved | Vacation
TOM | 2025-11-06 | 2025-11-06 |      | approved | Training
TOM | 2025-12-22 | 2026-01-02 |      | approved | Vacation
TOM | 2026-02-09 | 2026-02-10 |      | approved | Sick leave
TOM | 2026-04-07 | 2026-04-10 |      | approved | Vacation
TOM | 2026-06-11 | 2026-06-11 | 3.75 | approved | Medical appointment
TOM | 2026-07-13 | 2026-07-24 |      | approved | Vacation
TOM | 2026-09-07 | 2026-09-11 |      | rejected | Vacation
MAY | 2025-05-27 | 2025-05-30 |      | approved | Vacation
MAY | 2025-08-11 | 2025-08-22 |      | approved | Vacation
MAY | 2025-10-20 | 2025-10-22 |      | approved | Sick leave
MAY | 2025-12-24 | 2025-12-31 |      | approved | Vacation
MAY | 2026-01-26 | 2026-01-27 |      | approved | Sick leave
MAY | 2026-05-05 | 2026-05-08 |      | approved | Vacation
MAY | 2026-05-18 | 2026-05-22 |      | approved | Remote work
MAY | 2026-08-24 | 2026-08-28 |      | approved | Vacation
KWA | 2025-07-01 | 2025-07-11 |      | approved | Vacation
KWA | 2025-12-29 | 2025-12-31 |      | approved | Vacation
KWA | 2026-01-14 | 2026-01-15 |      | approved | Sick leave
KWA | 2026-03-25 | 2026-03-31 |      | approved | Vacation
MAT | 2026-02-09 | 2026-02-10 |      | approved | Training
MAT | 2026-04-28 | 2026-04-30 |      | approved | Vacation
MAT | 2026-06-08 | 2026-06-09 |      | approved | Sick leave
MAT | 2026-07-20 | 2026-07-31 |      | approved | Vacation
MAT | 2026-09-03 | 2026-09-04 |      | approved | Unpaid leave
OLE | 2025-12-22 | 2026-01-08 |      | approved | Vacation
OLE | 2026-08-10 | 2026-08-20 |      | approved | Vacation
ELO | 2025-07-21 | 2025-08-01 |      | approved | Vacation
ELO | 2025-11-03 | 2025-11-05 |      | approved | Vacation
ELO | 2025-12-22 | 2026-01-02 |      | approved | Vacation
ELO | 2026-04-20 | 2026-04-24 |      | approved | Vacation
ELO | 2026-06-15 | 2026-06-17 |      | approved | Sick leave
ELO | 2026-07-06 | 2026-07-17 |      | approved | Remote work
ELO | 2026-08-03 | 2026-08-14 |      | approved | Vacation
ELO | 2026-12-21 | 2026-12-31 |      | approved | Vacation
""",
)

ABSENCES: list[Row] = [{"absence_id": f"A{number:03d}"} | row for number, row in enumerate(LEAVES, 1)]
