"""What was agreed: clients, projects, budgets, their lines, and the changes asked for since."""

# ruff: noqa: E501 - a row of a table is one line

from ingest.demo.people import email
from ingest.demo.tasks import TASKS
from ingest.demo.text_table import Row, by, table

CLIENTS = table(
    "client_id name status account_manager industry",
    """
C01 | Northwind          | active  | ZOE | Outdoor retail
C02 | Northwind Labs     | active  | LUK | Field research instruments
C03 | Adria Ferries      | active  | LUK | Passenger shipping
C04 | Brightwater Energy | active  | ZOE | Utilities
C05 | Kaffeehaus Zentral | dormant | LUK | Coffee and hospitality
C06 | Meridian Health    | active  | ZOE | Healthcare
C07 | Triglav Outdoor    | active  | LUK | Mountain gear
C08 | Fjord & Pine       | dormant | LUK | Furniture
C09 | Lumen Bank         | active  | ZOE | Retail banking
C10 | Saltmarsh Books    | former  | ZOE | Publishing
""",
)

PROJECTS = table(
    "project_id name client_id kind status start_date end_date project_manager",
    """
NW-WEB    | Website relaunch             | C01 | client   | done     | 2025-04-15 | 2025-12-12 | JON
NW-CARE   | Website care                 | C01 | client   | active   | 2026-01-01 | 2026-11-30 | JON
NWL-APP   | Field data app               | C02 | client   | active   | 2026-03-02 | 2026-11-27 | ANK
ADR-BOOK  | Booking flow redesign        | C03 | client   | active   | 2026-08-03 | 2027-01-29 | ANK
ADR-SEO   | Search and content           | C03 | client   | active   | 2025-05-01 | 2026-12-31 | ANK
BWE-PORT  | Customer portal              | C04 | client   | done     | 2025-04-22 | 2026-07-31 | JON
BWE-DS    | Design system                | C04 | client   | on_hold  | 2026-06-01 | 2026-12-18 | JON
KHZ-SHOP  | Online shop                  | C05 | client   | done     | 2025-09-01 | 2026-08-31 | ANK
MER-PORT  | Patient portal               | C06 | client   | active   | 2025-10-01 | 2026-12-18 | JON
MER-FILM  | Launch film                  | C06 | client   | active   | 2026-04-01 | 2026-11-13 | JON
TRI-GROW  | Growth retainer              | C07 | client   | active   | 2025-05-01 | 2027-04-30 | ANK
TRI-TRAIL | Trail finder                 | C07 | client   | planned  | 2026-11-02 | 2027-03-26 | ANK
FJP-BRAND | Brand refresh                | C08 | client   | archived | 2025-04-15 | 2025-10-31 | ANK
FJP-CONF  | Sofa configurator            | C08 | client   | done     | 2025-11-03 | 2026-06-26 | ANK
LUM-A11Y  | Accessibility audit          | C09 | client   | active   | 2026-06-01 | 2026-10-30 | JON
LUM-ONB   | Account opening on mobile    | C09 | client   | active   | 2025-11-03 | 2026-12-31 | JON
SAL-CLUB  | Reading club site            | C10 | client   | archived | 2025-08-01 | 2026-04-30 | JON
HAL-INT   | Studio time and training     |     | internal | active   | 2025-04-15 |            | PET
HAL-NEW   | New business and pitches     |     | internal | active   | 2025-04-15 |            | MAR
HAL-SITE  | Harbour & Lane website       |     | internal | active   | 2025-04-15 | 2026-12-18 | PET
""",
)

BUDGETS = table(
    "budget_id project_id name type start_date end_date hours delivered_on recognition currency amount"
    " capped overage_rate rollover_cap_hours",
    """
NW-WEB-1    | NW-WEB    | Relaunch, capped             | time_and_materials | 2025-04-15 | 2025-12-12 | 2500 |            |               | GBP | 248000 | true  |     |
NW-CARE-1   | NW-CARE   | Care retainer 2026           | retainer           | 2026-01-01 | 2026-11-30 | 64   |            |               | GBP | 6200   |       | 105 | 12
NWL-APP-1   | NWL-APP   | Field data app, fixed price  | fixed              | 2026-03-02 | 2026-11-27 | 640  |            | by_hours      | EUR | 72000  |       |     |
ADR-BOOK-1  | ADR-BOOK  | Booking flow redesign        | time_and_materials | 2026-08-03 | 2027-01-29 | 960  |            |               | EUR | 128000 | false |     |
ADR-SEO-1   | ADR-SEO   | Search and content, monthly  | retainer           | 2025-05-01 | 2026-12-31 | 36   |            |               | EUR | 3900   |       |     |
BWE-PORT-1  | BWE-PORT  | Portal phase one             | fixed              | 2025-04-22 | 2025-11-28 | 2060 | 2025-11-14 | straight_line | GBP | 220000 |       |     |
BWE-PORT-2  | BWE-PORT  | Portal phase two             | fixed              | 2025-11-17 | 2026-07-31 | 1480 | 2026-07-17 | straight_line | GBP | 158000 |       |     |
BWE-DS-1    | BWE-DS    | Design system                | time_and_materials | 2026-06-01 | 2026-12-18 | 260  |            |               | GBP | 28600  |       |     |
KHZ-SHOP-1  | KHZ-SHOP  | Shop build, fixed price      | fixed              | 2025-09-01 | 2026-02-27 | 840  | 2026-02-13 | on_delivery   | EUR | 84000  |       |     |
KHZ-SHOP-2  | KHZ-SHOP  | Warranty                     | non_billable       | 2026-02-16 | 2026-08-31 | 60   |            |               | EUR |        |       |     |
MER-PORT-1  | MER-PORT  | Patient portal               | time_and_materials |            | 2026-12-18 | 2300 |            |               | USD | 372000 | false |     |
MER-FILM-1  | MER-FILM  | Launch film, fixed price     | fixed              | 2026-04-01 | 2026-11-13 | 600  |            | on_delivery   | USD | 78000  |       |     |
TRI-GROW-1  | TRI-GROW  | Growth retainer              | retainer           | 2025-05-01 | 2027-04-30 | 84   |            |               | EUR | 6300   |       |     | 20
TRI-TRAIL-1 | TRI-TRAIL | Trail finder, fixed price    | fixed              | 2026-11-02 | 2027-03-26 | 520  |            |               | EUR | 58000  |       |     |
FJP-BRAND-1 | FJP-BRAND | Brand refresh, fixed price   | fixed              | 2025-04-15 | 2025-10-31 | 1300 | 2025-10-24 | by_hours      | EUR | 140000 |       |     |
FJP-CONF-1  | FJP-CONF  | Configurator, capped         | time_and_materials | 2025-11-03 | 2026-06-26 | 1420 |            |               | EUR | 146000 | true  |     |
LUM-A11Y-1  | LUM-A11Y  | Audit and retest             | fixed              | 2026-06-01 | 2026-10-30 | 420  |            | by_hours      | EUR | 46000  |       |     |
LUM-ONB-1   | LUM-ONB   | Account opening              | time_and_materials | 2025-11-03 | 2026-12-31 | 2700 |            |               | EUR | 345000 | false |     |
SAL-CLUB-1  | SAL-CLUB  | Reading club site            | time_and_materials | 2025-08-01 | 2026-04-30 | 800  |            |               | GBP | 80000  |       |     |
HAL-SITE-1  | HAL-SITE  | Our own website              | non_billable       | 2025-04-15 | 2026-12-18 | 400  |            |               | EUR |        |       |     |
""",
)

# The price of an hour of a service beats the bill rates; without services the bill rates decide.
SERVICES = table(
    "service_id budget_id name quantity billable price discount_percent",
    """
NW-WEB.design     | NW-WEB-1   | Design                       | 880 | true  | 112 |
NW-WEB.dev        | NW-WEB-1   | Development                  | 1220 | true  | 107 |
NW-WEB.pm         | NW-WEB-1   | Project management           | 400 | true  | 96  |
BWE-PORT.design-1 | BWE-PORT-1 | Design, phase one            | 740 | true  | 110 |
BWE-PORT.dev-1    | BWE-PORT-1 | Development, phase one       | 820 | true  | 106 |
BWE-PORT.lead-1   | BWE-PORT-1 | Strategy and management      | 500 | true  | 99  |
BWE-PORT.design-2 | BWE-PORT-2 | Design, phase two            | 560 | true  | 112 |
BWE-PORT.dev-2    | BWE-PORT-2 | Development, phase two       | 680 | true  | 108 |
BWE-PORT.lead-2   | BWE-PORT-2 | Management, phase two        | 240 | true  | 100 |
FJP-CONF.design   | FJP-CONF-1 | Interface design             | 400 | true  | 114 | 5
FJP-CONF.dev      | FJP-CONF-1 | Configurator build           | 620 | true  | 114 | 10
FJP-CONF.pm       | FJP-CONF-1 | Project management           | 400 | true  | 104 |
LUM-A11Y.audit    | LUM-A11Y-1 | Audit                        | 200 | true  | 124 | 10
LUM-A11Y.retest   | LUM-A11Y-1 | Fixes and retest             | 140 | true  | 112 |
LUM-A11Y.pm       | LUM-A11Y-1 | Project management           | 40  | true  | 110 |
LUM-A11Y.workshop | LUM-A11Y-1 | Workshops for their teams    | 40  | false | 0   |
""",
)

CHANGES = table(
    "project_id title requested_on status hours budget_id decided_on amount",
    """
NW-WEB   | Store finder with opening hours        | 2025-07-08 | approved | 60   | NW-WEB-1   | 2025-07-17 | 6000
NW-WEB   | Gift cards in the basket               | 2025-09-30 | declined | 48   | NW-WEB-1   | 2025-10-09 | 4800
BWE-PORT | Meter reading by photo                 | 2026-02-24 | approved | 46   | BWE-PORT-2 | 2026-03-10 | 4700
KHZ-SHOP | Subscriptions for roasted beans        | 2025-12-01 | declined | 70   |            | 2025-12-12 | 6400
FJP-CONF | Fabric samples page left out           | 2026-03-17 | approved | -16  |            | 2026-03-24 | -1700
LUM-ONB  | Video identification                   | 2026-03-23 | approved | 140  | LUM-ONB-1  | 2026-04-08 | 16500
NWL-APP  | Photo attachments in field reports     | 2026-05-06 | approved | 40   | NWL-APP-1  | 2026-05-20 | 4200
NWL-APP  | Dark mode                              | 2026-07-14 | declined | 24   | NWL-APP-1  | 2026-07-21 | 2600
MER-FILM | Spanish subtitles and voice-over       | 2026-08-19 | approved | 14   |            | 2026-08-27 | 2100
NWL-APP  | Offline maps for two regions           | 2026-09-24 | pending  | 60   | NWL-APP-1  |            | 6600
ADR-BOOK | Vehicles, trailers and pets as add-ons | 2026-10-06 | pending  | 45   |            |            | 5600
LUM-A11Y | Two more screen readers in the retest  | 2026-10-09 | pending  | 18   | LUM-A11Y-1 |            | 1900
""",
)

CLIENT_OF = {row["project_id"]: row["client_id"] for row in PROJECTS}
BUDGET = by(BUDGETS, "budget_id")
SERVICE = by(SERVICES, "service_id")
START_OF = {row["project_id"]: row["start_date"] for row in PROJECTS}


def tables() -> dict[str, list[Row]]:
    """Every table about what was agreed and what is to be done, in the plain format."""
    return {
        "clients": [row | {"account_manager": email(row["account_manager"])} for row in CLIENTS],
        "projects": [
            row | {"code": row["project_id"], "project_manager": email(row["project_manager"])} for row in PROJECTS
        ],
        "budgets": BUDGETS,
        "services": SERVICES,
        "tasks": TASKS,
        "change_requests": [{"change_id": f"CR{number:02d}"} | row for number, row in enumerate(CHANGES, 1)],
    }
