"""The tasks and milestones people have before them."""

# ruff: noqa: E501 - a row of a table is one line

from ingest.demo.text_table import Row, table

# "after" names tasks by their number within the project; "m" = milestone, "t" = task; "c" = the client sees it.
LISTED = table(
    "project_id number kind status name assignee start_date due_date done_on estimate_hours remaining_hours"
    " percent_complete seen after",
    """
NW-WEB    | 1 | t | done        | Content inventory of the old site      | ELO | 2025-04-15 | 2025-05-16 | 2025-05-14 | 24 | 0 | 100 |   |
NW-WEB    | 2 | t | done        | Homepage and category templates        | LIN | 2025-05-05 | 2025-07-04 | 2025-07-08 | 90 | 0 | 100 | c | 1
NW-WEB    | 3 | t | done        | Product page with size advice          | ANS | 2025-06-02 | 2025-08-15 | 2025-08-13 | 70 | 0 | 100 | c | 2
NW-WEB    | 4 | t | done        | Migration of 4,200 products            | MAY | 2025-08-04 | 2025-10-17 | 2025-10-24 | 80 | 0 | 100 |   | 2
NW-WEB    | 5 | t | cancelled   | Wish list shared by link               | MAY | 2025-09-15 | 2025-10-31 |            | 20 |   |     |   |
NW-WEB    | 6 | m | done        | New site live                          |     |            | 2025-12-05 | 2025-12-05 |    |   |     | c | 3;4
NW-CARE   | 1 | t | done        | Checkout speed on slow phones          | MAY | 2026-02-02 | 2026-03-31 | 2026-03-27 | 18 | 0 | 100 | c |
NW-CARE   | 2 | t | done        | Spring campaign pages                  | ANS | 2026-03-02 | 2026-04-10 | 2026-04-17 | 16 | 0 | 100 | c |
NW-CARE   | 3 | t | in_progress | Winter range landing page              | LIN | 2026-09-21 | 2026-10-23 |            | 14 | 6 | 55  | c |
NW-CARE   | 4 | t | open        | Payment provider upgrade               | MAT | 2026-10-05 | 2026-11-06 |            | 20 | 20 | 0   | c |
NW-CARE   | 5 | m | open        | Renewal decision                       |     |            | 2026-11-16 |            |    |   |     |   |
NWL-APP   | 1 | t | done        | Interviews with field teams            | ANS | 2026-03-02 | 2026-03-27 | 2026-04-02 | 30 | 0 | 100 | c |
NWL-APP   | 2 | t | done        | Sample capture screens                 | ANS | 2026-04-07 | 2026-05-29 | 2026-06-11 | 60 | 0 | 100 | c | 1
NWL-APP   | 3 | t | done        | Sign-in and device registration        | MAY | 2026-03-16 | 2026-05-08 | 2026-05-22 | 45 | 0 | 100 |   |
NWL-APP   | 4 | t | done        | Photo attachments                      | MAT | 2026-05-25 | 2026-07-03 | 2026-07-17 | 40 | 0 | 100 | c |
NWL-APP   | 5 | t | in_progress | Offline sync and conflict handling     | MAY | 2026-06-01 | 2026-09-18 |            | 80 | 48 | 60  | c | 3
NWL-APP   | 6 | t | in_progress | Export for the lab system              | MAT | 2026-08-03 | 2026-10-30 |            | 50 | 24 | 50  | c |
NWL-APP   | 7 | t | open        | Pilot with two field stations          | ANK | 2026-10-19 | 2026-11-13 |            | 30 | 30 | 0   | c | 5;6
NWL-APP   | 8 | m | open        | Beta in the hands of field teams       |     |            | 2026-09-25 |            |    |   |     | c | 5
NWL-APP   | 9 | m | open        | Handover                               |     |            | 2026-11-27 |            |    |   |     | c | 7
ADR-BOOK  | 1 | t | done        | Review of the current booking funnel   | ELO | 2026-08-17 | 2026-09-04 | 2026-09-03 | 24 | 0 | 100 | c |
ADR-BOOK  | 2 | t | done        | Date and route picker                  | LIN | 2026-08-03 | 2026-09-11 | 2026-09-16 | 70 | 0 | 100 | c |
ADR-BOOK  | 3 | t | in_progress | Passenger and vehicle steps            | LIN | 2026-09-14 | 2026-10-23 |            | 80 | 44 | 45  | c | 2
ADR-BOOK  | 4 | t | in_progress | Fare rules service                     | TOM | 2026-08-10 | 2026-10-09 |            | 90 | 30 | 65  |   |
ADR-BOOK  | 5 | t | open        | Seat and cabin map                     | MAY | 2026-10-19 | 2026-12-04 |            | 85 | 85 | 0   | c | 3;4
ADR-BOOK  | 6 | t | open        | Payment and confirmation               | TOM | 2026-11-09 | 2027-01-08 |            | 70 | 70 | 0   | c | 4
ADR-BOOK  | 7 | m | done        | Concept signed off                     |     |            | 2026-09-04 | 2026-09-07 |    |   |     | c | 1
ADR-BOOK  | 8 | m | open        | Pilot on the Ancona line               |     |            | 2026-12-15 |            |    |   |     | c | 5
ADR-SEO   | 1 | t | done        | Harbour guides, first six              | ELO | 2026-04-27 | 2026-06-30 | 2026-06-26 | 40 | 0 | 100 | c |
ADR-SEO   | 2 | t | in_progress | Timetable pages for winter             | ELO | 2026-09-07 | 2026-10-14 |            | 20 | 9 | 50  | c |
ADR-SEO   | 3 | t | open        | Autumn report                          | ELO | 2026-11-23 | 2026-12-11 |            | 12 |   | 0   | c | 2
BWE-PORT  | 1 | t | done        | Sign-up without a paper letter         | TOM | 2025-06-16 | 2025-09-12 | 2025-09-10 | 120 | 0 | 100 | c |
BWE-PORT  | 2 | t | done        | Bill explained on one page             | ANS | 2025-07-07 | 2025-10-10 | 2025-10-14 | 80 | 0 | 100 | c |
BWE-PORT  | 3 | m | done        | Phase one live                         |     |            | 2025-11-28 | 2025-11-14 |    |   |     | c | 1;2
BWE-PORT  | 4 | t | done        | Meter reading by photo                 | TOM | 2026-03-16 | 2026-05-15 | 2026-05-12 | 46 | 0 | 100 | c | 3
BWE-PORT  | 5 | m | done        | Phase two live                         |     |            | 2026-07-31 | 2026-07-17 |    |   |     | c | 4
BWE-DS    | 1 | t | in_progress | Button, form and table components      | IBR | 2026-06-01 | 2026-08-28 |            | 60 | 12 | 80  | c |
BWE-DS    | 2 | t | open        | Documentation site                     | IBR |            | 2026-11-20 |            | 40 | 40 | 0   | c | 1
KHZ-SHOP  | 1 | t | done        | Shop theme and product pages           | KWA | 2025-09-15 | 2025-12-19 | 2025-12-18 | 150 | 0 | 100 | c |
KHZ-SHOP  | 2 | t | done        | Till and stock connection              | KWA | 2025-12-22 | 2026-02-06 | 2026-02-11 | 60 | 0 | 100 | c | 1
KHZ-SHOP  | 3 | m | done        | Shop handed over                       |     |            | 2026-02-27 | 2026-02-13 |    |   |     | c | 2
MER-PORT  | 1 | t | done        | Appointment requests                   | OLE | 2025-10-20 | 2026-01-30 | 2026-02-04 | 160 | 0 | 100 | c |
MER-PORT  | 2 | t | done        | Messages to the care team              | OLE | 2026-02-09 | 2026-05-29 | 2026-05-27 | 180 | 0 | 100 | c | 1
MER-PORT  | 3 | t | in_progress | Test results with plain words          | OLE | 2026-06-01 | 2026-11-06 |            | 200 | 60 | 70  | c | 2
MER-PORT  | 4 | t | in_progress | Screens for tablets on the ward        | ANS | 2026-07-06 | 2026-10-30 |            | 60 | 20 | 65  | c |
MER-PORT  | 5 | m | open        | Security review passed                 |     |            | 2026-11-20 |            |    |   |     | c | 3
MER-FILM  | 1 | t | done        | Storyboard                             | YUK | 2026-04-01 | 2026-05-22 | 2026-05-21 | 60 | 0 | 100 | c |
MER-FILM  | 2 | t | done        | Animation of the three patient stories | YUK | 2026-05-26 | 2026-09-04 | 2026-09-10 | 150 | 0 | 100 | c | 1
MER-FILM  | 3 | t | in_progress | Sound, subtitles and grading           | YUK | 2026-09-15 | 2026-10-28 |            | 60 | 22 | 60  | c | 2
MER-FILM  | 4 | m | open        | Film delivered                         |     |            | 2026-11-13 |            |    |   |     | c | 3
TRI-GROW  | 1 | t | done        | Newsletter sign-up test                | KWA | 2026-01-12 | 2026-02-27 | 2026-02-25 | 20 | 0 | 100 | c |
TRI-GROW  | 2 | t | done        | Faster product filters                 | TOM | 2026-05-04 | 2026-06-26 | 2026-06-30 | 50 | 0 | 100 | c |
TRI-GROW  | 3 | t | in_progress | Hut-to-hut story pages                 | LIN | 2026-09-07 | 2026-10-30 |            | 24 | 8 | 60  | c |
TRI-GROW  | 4 | t | open        | Returns page                           | TOM | 2026-09-21 | 2026-10-12 |            | 16 | 16 | 0   |   |
TRI-TRAIL | 1 | t | open        | Trail data agreement                   | ANK | 2026-11-02 | 2026-11-20 |            | 10 | 10 | 0   | c |
TRI-TRAIL | 2 | t | open        | Map and filter prototype               | IBR | 2026-11-09 | 2026-12-18 |            | 80 | 80 | 0   | c | 1
TRI-TRAIL | 3 | m | open        | Prototype tested with hikers           |     |            | 2027-01-22 |            |    |   |     | c | 2
FJP-BRAND | 1 | t | done        | Wordmark and type                      | LIN | 2025-05-05 | 2025-07-25 | 2025-07-31 | 100 | 0 | 100 | c |
FJP-BRAND | 2 | t | done        | Brand book                             | IBR | 2025-08-04 | 2025-10-24 | 2025-10-23 | 90 | 0 | 100 | c | 1
FJP-CONF  | 1 | t | done        | Fabric and leg options                 | ANS | 2025-11-17 | 2026-02-27 | 2026-02-26 | 90 | 0 | 100 | c |
FJP-CONF  | 2 | t | done        | Price calculation                      | MAY | 2026-01-12 | 2026-04-30 | 2026-05-08 | 100 | 0 | 100 | c |
FJP-CONF  | 3 | t | cancelled   | Fabric samples page                    | ANS | 2026-04-07 | 2026-05-15 |            | 16 |   |     | c |
FJP-CONF  | 4 | m | done        | Configurator live                      |     |            | 2026-06-26 | 2026-06-25 |    |   |     | c | 1;2
LUM-A11Y  | 1 | t | done        | Audit of 38 screens                    | MAT | 2026-06-10 | 2026-07-31 | 2026-08-05 | 60 | 0 | 100 | c |
LUM-A11Y  | 2 | t | in_progress | Keyboard order in the transfer form    | IBR | 2026-08-31 | 2026-10-16 |            | 40 | 10 | 75  | c | 1
LUM-A11Y  | 3 | t | open        | Retest with screen readers             | MAT | 2026-10-12 | 2026-10-27 |            | 30 | 26 | 10  | c | 2
LUM-A11Y  | 4 | m | open        | Statement published                    |     |            | 2026-10-30 |            |    |   |     | c | 3
LUM-ONB   | 1 | t | done        | Identity check, first version          | OLE | 2025-11-10 | 2026-02-27 | 2026-02-27 | 110 | 0 | 100 | c |
LUM-ONB   | 2 | t | done        | Forms in plain language                | ELO | 2026-01-12 | 2026-04-10 | 2026-04-17 | 40 | 0 | 100 | c |
LUM-ONB   | 3 | t | done        | Video identification                   | OLE | 2026-04-13 | 2026-08-28 | 2026-08-21 | 140 | 0 | 100 | c | 1
LUM-ONB   | 4 | t | in_progress | Documents by camera                    | MAY | 2026-07-06 | 2026-10-30 |            | 90 | 30 | 65  | c |
LUM-ONB   | 5 | t | open        | Joint accounts                         | IBR | 2026-10-12 | 2026-12-11 |            | 70 | 66 | 5   | c | 4
LUM-ONB   | 6 | m | open        | Release to all customers               |     |            | 2026-12-14 |            |    |   |     | c | 4;5
SAL-CLUB  | 1 | t | done        | Club pages and member area             | MAY | 2025-09-01 | 2026-02-27 | 2026-03-06 | 180 | 0 | 100 | c |
SAL-CLUB  | 2 | m | done        | Club open to readers                   |     |            | 2026-04-10 | 2026-04-14 |    |   |     | c | 1
HAL-SITE  | 1 | t | in_progress | Case studies for the new website       | PET | 2026-06-01 | 2026-09-30 |            | 40 | 18 | 50  |   |
HAL-SITE  | 2 | t | open        | Team page with the new photographs     | MAT | 2026-09-14 | 2026-11-13 |            | 12 | 12 | 0   |   |
HAL-INT   | 1 | t | open        | Timesheet rules on one page            | PET | 2026-09-28 | 2026-10-23 |            | 6  | 4 | 30  |   |
""",
)

KINDS = {"t": "task", "m": "milestone"}


def _task(row: Row) -> Row:
    project = row["project_id"]
    return row | {
        "task_id": f"{project}-T{row['number']}",
        "kind": KINDS[row["kind"]],
        "client_visible": "true" if row["seen"] else "false",
        "depends_on": ";".join(f"{project}-T{number}" for number in row["after"].split(";") if number),
    }


TASKS: list[Row] = [_task(row) for row in LISTED]
