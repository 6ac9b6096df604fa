"""Who was planned on what, for which part of the day, and what it really took."""

# ruff: noqa: E501 - a row of a table is one line

from ingest.demo.text_table import table

# "on" is a service, else a budget, else a project. Shares are percent of a working day;
# "worked" is blank where it went as planned.
STAFFING = table(
    "person_id on first_day last_day planned worked",
    """
LIN | NW-WEB.design     | 2025-04-15 | 2025-10-31 | 45 |
LIN | FJP-BRAND         | 2025-04-15 | 2025-10-24 | 40 | 43
LIN | KHZ-SHOP-1        | 2025-11-03 | 2026-02-13 | 35 |
LIN | BWE-PORT.design-2 | 2025-11-17 | 2026-06-26 | 45 | 47
LIN | LUM-ONB           | 2026-02-16 | 2026-07-31 | 30 |
LIN | NW-CARE           | 2026-01-01 | 2026-11-30 | 10 |
LIN | TRI-GROW          | 2026-07-01 | 2026-12-31 | 20 | 22
LIN | ADR-BOOK          | 2026-08-03 | 2027-01-29 | 50 | 64
ANS | TRI-GROW          | 2025-05-01 | 2026-06-30 | 20 | 19
ANS | NW-WEB.design     | 2025-04-15 | 2025-11-28 | 30 | 28
ANS | BWE-PORT.design-1 | 2025-04-22 | 2025-11-14 | 40 |
ANS | KHZ-SHOP-1        | 2025-11-17 | 2026-02-13 | 25 | 27
ANS | FJP-CONF.design   | 2025-11-03 | 2026-06-26 | 35 | 33
ANS | NWL-APP           | 2026-03-02 | 2026-11-27 | 20 | 27
ANS | MER-PORT          | 2026-07-01 | 2026-12-18 | 30 |
ANS | LUM-ONB           | 2026-07-01 | 2026-12-31 | 22 | 20
ANS | NW-CARE           | 2026-01-01 | 2026-11-30 | 10 |
IBR | FJP-BRAND         | 2025-04-15 | 2025-10-31 | 45 | 42
IBR | BWE-PORT.design-1 | 2025-04-22 | 2025-11-14 | 40 | 42
IBR | SAL-CLUB          | 2025-08-01 | 2025-12-19 | 15 |
IBR | LUM-ONB           | 2025-11-03 | 2026-12-31 | 50 | 46
IBR | BWE-PORT.design-2 | 2025-11-17 | 2026-05-29 | 35 |
IBR | BWE-DS            | 2026-06-01 | 2026-08-14 | 45 | 43
IBR | LUM-A11Y.retest   | 2026-08-31 | 2026-10-30 | 35 |
IBR | TRI-TRAIL         | 2026-11-02 | 2027-03-26 | 40 |
YUK | MER-FILM          | 2026-04-01 | 2026-11-13 | 65 | 68
YUK | BWE-DS            | 2026-06-01 | 2026-08-14 | 15 |
YUK | NW-CARE           | 2026-03-03 | 2026-11-30 | 15 | 12
TOM | NW-WEB.dev        | 2025-04-15 | 2025-12-05 | 40 |
TOM | BWE-PORT.dev-1    | 2025-04-22 | 2025-11-14 | 50 |
TOM | BWE-PORT.dev-2    | 2025-11-17 | 2026-07-17 | 50 | 48
TOM | MER-PORT          | 2025-12-08 | 2026-03-31 | 35 |
TOM | MER-PORT          | 2026-04-01 | 2026-07-31 | 15 |
TOM | TRI-GROW          | 2026-04-01 | 2026-06-30 | 25 | 28
TOM | TRI-GROW          | 2026-07-01 | 2026-12-31 | 35 | 36
TOM | ADR-BOOK          | 2026-08-03 | 2027-01-29 | 40 | 50
TOM | MER-PORT          | 2026-08-03 | 2026-12-18 | 10 |
MAY | NW-WEB.dev        | 2025-04-15 | 2025-12-05 | 50 |
MAY | SAL-CLUB          | 2025-08-01 | 2026-04-30 | 35 |
MAY | FJP-CONF.dev      | 2025-12-08 | 2026-06-26 | 40 |
MAY | NWL-APP           | 2026-03-02 | 2026-11-27 | 20 | 26
MAY | NW-CARE           | 2026-01-01 | 2026-11-30 | 10 |
MAY | LUM-ONB           | 2026-06-29 | 2026-12-31 | 30 | 25
MAY | ADR-BOOK          | 2026-08-03 | 2027-01-29 | 25 | 32
KWA | NW-WEB.dev        | 2025-04-15 | 2025-10-31 | 30 |
KWA | HAL-SITE          | 2025-04-15 | 2025-08-29 | 20 | 12
KWA | TRI-GROW          | 2025-05-01 | 2026-03-31 | 26 |
KWA | BWE-PORT.dev-1    | 2025-04-22 | 2025-11-14 | 25 | 27
KWA | KHZ-SHOP-1        | 2025-09-15 | 2025-11-14 | 15 |
KWA | KHZ-SHOP-1        | 2025-11-17 | 2026-02-13 | 55 |
KWA | SAL-CLUB          | 2026-01-05 | 2026-03-24 | 20 |
KWA | KHZ-SHOP-2        | 2026-02-16 | 2026-03-24 | 12 |
KWA | LUM-ONB           | 2026-02-16 | 2026-03-24 | 35 |
MAT | FJP-CONF.dev      | 2026-02-16 | 2026-06-26 | 40 | 42
MAT | KHZ-SHOP-2        | 2026-04-01 | 2026-06-30 | 8  | 4
MAT | NWL-APP           | 2026-04-01 | 2026-11-27 | 15 | 21
MAT | NW-CARE           | 2026-02-16 | 2026-11-30 | 10 |
MAT | LUM-A11Y.audit    | 2026-06-01 | 2026-08-14 | 35 |
MAT | LUM-A11Y.retest   | 2026-08-17 | 2026-10-30 | 15 |
MAT | LUM-ONB           | 2026-06-29 | 2026-12-31 | 25 |
MAT | TRI-TRAIL         | 2026-11-02 | 2027-03-26 | 40 |
OLE | MER-PORT          | 2025-10-01 | 2026-12-18 | 60 |
OLE | LUM-ONB           | 2025-11-03 | 2026-12-31 | 35 |
ELO | ADR-SEO           | 2025-05-01 | 2026-12-31 | 23 |
ELO | FJP-BRAND         | 2025-04-15 | 2025-08-29 | 25 |
ELO | NW-WEB.design     | 2025-04-15 | 2025-06-27 | 20 |
ELO | TRI-GROW          | 2025-05-01 | 2026-12-31 | 4  |
ELO | BWE-PORT.lead-1   | 2025-04-22 | 2025-11-14 | 20 |
ELO | SAL-CLUB          | 2025-08-01 | 2026-01-30 | 10 |
ELO | MER-PORT          | 2025-10-01 | 2026-06-30 | 15 |
ELO | LUM-ONB           | 2025-11-03 | 2026-12-31 | 18 |
ELO | MER-FILM          | 2026-04-01 | 2026-10-02 | 12 |
ELO | LUM-A11Y.audit    | 2026-06-01 | 2026-08-14 | 15 |
ELO | LUM-A11Y.workshop | 2026-07-20 | 2026-10-30 | 10 |
ELO | ADR-BOOK          | 2026-08-03 | 2026-12-18 | 12 | 15
ANK | FJP-BRAND         | 2025-04-15 | 2025-10-31 | 25 |
ANK | TRI-GROW          | 2025-05-01 | 2027-04-30 | 3  |
ANK | ADR-SEO           | 2025-05-01 | 2026-12-31 | 4  |
ANK | KHZ-SHOP-1        | 2025-09-01 | 2026-02-13 | 25 |
ANK | FJP-CONF.pm       | 2025-11-03 | 2026-06-26 | 25 |
ANK | NWL-APP           | 2026-03-02 | 2026-11-27 | 12 | 17
ANK | ADR-BOOK          | 2026-08-03 | 2027-01-29 | 20 | 23
ANK | TRI-TRAIL         | 2026-11-02 | 2027-03-26 | 20 |
JON | NW-WEB.pm         | 2025-04-15 | 2025-12-12 | 22 |
JON | BWE-PORT.lead-1   | 2025-04-22 | 2025-11-14 | 15 |
JON | SAL-CLUB          | 2025-08-01 | 2026-04-30 | 5  |
JON | MER-PORT          | 2025-10-01 | 2026-12-18 | 14 |
JON | LUM-ONB           | 2025-11-03 | 2026-12-31 | 15 |
JON | BWE-PORT.lead-2   | 2025-11-17 | 2026-07-17 | 18 |
JON | NW-CARE           | 2026-01-01 | 2026-11-30 | 5  |
JON | MER-FILM          | 2026-04-01 | 2026-11-13 | 8  |
JON | LUM-A11Y.pm       | 2026-06-01 | 2026-10-30 | 6  |
PET | BWE-PORT.lead-2   | 2026-01-05 | 2026-07-17 | 15 |
PET | LUM-ONB           | 2026-02-16 | 2026-12-31 | 14 |
PET | MER-PORT          | 2026-02-16 | 2026-12-18 | 10 |
PET | NW-WEB.pm         | 2025-04-15 | 2025-12-12 | 12 |
PET | FJP-BRAND         | 2025-04-15 | 2025-10-31 | 8  |
PET | BWE-PORT.lead-1   | 2025-04-22 | 2025-11-14 | 12 | 14
PET | HAL-SITE          | 2026-01-05 | 2026-12-18 | 10 |
ZOE | MER-PORT          | 2025-10-01 | 2026-12-18 | 8  |
ZOE | BWE-PORT.lead-1   | 2025-04-22 | 2025-11-14 | 8  |
ZOE | NW-WEB.pm         | 2025-04-15 | 2025-12-12 | 8  |
ZOE | LUM-ONB           | 2025-11-03 | 2026-12-31 | 8  |
ZOE | NW-CARE           | 2026-01-01 | 2026-11-30 | 4  |
ZOE | HAL-NEW           | 2025-04-15 | 2027-04-15 | 35 |
LUK | ADR-SEO           | 2025-05-01 | 2026-12-31 | 3  |
LUK | ADR-BOOK          | 2026-08-03 | 2027-01-29 | 5  |
LUK | FJP-BRAND         | 2025-04-15 | 2025-10-31 | 10 |
LUK | KHZ-SHOP-1        | 2025-09-01 | 2026-02-13 | 6  |
LUK | FJP-CONF.pm       | 2025-11-03 | 2026-06-26 | 8  | 10
LUK | HAL-NEW           | 2025-04-15 | 2027-04-15 | 35 |
MAR | LUM-ONB           | 2025-11-03 | 2026-12-31 | 5  |
MAR | MER-PORT          | 2025-10-01 | 2026-12-18 | 4  |
MAR | HAL-NEW           | 2025-04-15 | 2027-04-15 | 35 |
ELO | HAL-NEW           | 2025-09-01 | 2026-12-31 | 10 |
LIN | HAL-NEW           | 2026-02-02 | 2026-07-31 | 5  |
""",
)

INTERNAL = "HAL-INT"
"""Where the rest of every day goes."""

# Planned by hand: next to the staffing above, or not certain yet.
EXTRA_BOOKINGS = table(
    "person_id project_id start_date end_date hours_per_day tentative job_title budget_id deal_id",
    """
LIN | TRI-TRAIL | 2026-11-02 | 2026-12-18 | 3.5  | false |                  | TRI-TRAIL-1 |
    | TRI-TRAIL | 2027-01-11 | 2027-03-26 | 4    | false | Developer        | TRI-TRAIL-1 |
YUK | TRI-TRAIL | 2027-01-12 | 2027-02-25 | 3    | true  |                  | TRI-TRAIL-1 |
MAY | NW-CARE   | 2026-12-01 | 2027-04-15 | 0.75 | true  |                  |             | D13
LIN | NW-CARE   | 2026-12-01 | 2027-04-15 | 0.75 | true  |                  |             | D13
TOM |           | 2026-11-16 | 2027-02-26 | 3    | true  |                  |             | D14
    |           | 2026-11-16 | 2027-02-26 | 4    | true  | Senior Developer |             | D14
    |           | 2026-11-16 | 2027-02-26 | 2.5  | true  | Senior Designer  |             | D14
ANS |           | 2027-01-11 | 2027-04-15 | 4    | true  |                  |             | D15
    |           | 2027-01-11 | 2027-04-15 | 4    | true  | Developer        |             | D15
OLE | LUM-ONB   | 2027-01-04 | 2027-03-31 | 3    | true  |                  |             |
OLE | MER-PORT  | 2027-01-11 | 2027-04-09 | 4.5  | true  |                  |             | D16
""",
)

# What no rule makes: the odd entries a coordinator finds.
ODD_ENTRIES = table(
    "person_id on date hours billable_hours status created_at note billable_rate currency cost_rate",
    """
KWA | TRI-GROW          | 2026-04-02 | 0.5   | 0    | approved  | 2026-04-02T18:10:00 | Handover questions from Tomás        |     |     |
LIN | FJP-BRAND         | 2026-02-04 | 0.75  | 0    | approved  | 2026-02-04T17:05:00 | Logo files sent to their printer     |     |     |
TOM | BWE-PORT.dev-2    | 2026-07-16 | 13.5  | 13.5 | approved  | 2026-07-17T09:40:00 | Launch night, phase two              |     |     |
TOM | BWE-PORT.dev-2    | 2026-07-16 | 11.25 | 0    | approved  | 2026-07-17T09:44:00 | Launch night, on call                |     |     |
OLE | MER-PORT          | 2026-05-23 | 6     | 6    | approved  | 2026-05-25T09:12:00 | Database move on Saturday            | 210 | USD |
OLE | MER-PORT          | 2026-05-24 | 3.5   | 3.5  | approved  | 2026-05-25T09:15:00 | Database move, checks on Sunday      | 210 | USD |
YUK | MER-FILM          | 2026-08-29 | 5     | 0    | approved  | 2026-08-29T19:30:00 | Render queue over the weekend        |     | EUR | 48
TOM | BWE-PORT          | 2025-11-20 | 1.25  | 1.25 | approved  | 2025-11-20T17:31:00 | Small fixes after phase one          |     |     |
ANS | BWE-PORT          | 2025-11-21 | 0.75  | 0.75 | approved  | 2025-11-21T16:58:00 | Icons for the meter page             |     |     |
ANK | FJP-CONF          | 2026-07-02 | 1     | 1    | approved  | 2026-07-02T17:20:00 | Questions after the launch           |     |     |
MAT | LUM-ONB           | 2026-10-19 | 2     | 2    | draft     | 2026-10-14T16:45:00 | Workshop on Monday, noted ahead      |     |     |
MAY | NWL-APP           | 2026-09-12 | 3     | 0    | rejected  | 2026-09-14T08:55:00 | Saturday work nobody had agreed      |     |     |
""",
)
