"""What may be won, what was, and the work it would bring."""

# ruff: noqa: E501 - a row of a table is one line

from ingest.demo.people import email
from ingest.demo.text_table import Row, table

DEALS = table(
    "deal_id name client_id owner stage status value currency probability expected_close start_date end_date"
    " closed_on created_on",
    """
D01 | Website care 2026               | C01 | ZOE | Won           | won  | 68200  | GBP | 100 | 2025-12-12 | 2026-01-01 | 2026-11-30 | 2025-12-10 | 2025-10-20
D02 | Sofa configurator               | C08 | LUK | Won           | won  | 146000 | EUR | 100 | 2025-10-10 | 2025-11-03 | 2026-06-26 | 2025-10-15 | 2025-08-28
D03 | Field data app                  | C02 | LUK | Won           | won  | 72000  | EUR | 100 | 2026-01-30 | 2026-03-02 | 2026-11-27 | 2026-02-12 | 2025-11-24
D04 | Booking flow redesign           | C03 | LUK | Won           | won  | 128000 | EUR | 100 | 2026-06-30 | 2026-08-03 | 2027-01-29 | 2026-07-16 | 2026-04-09
D05 | Accessibility audit             | C09 | ZOE | Won           | won  | 46000  | EUR | 100 | 2026-05-15 | 2026-06-01 | 2026-10-30 | 2026-05-11 | 2026-03-30
D06 | Trail finder                    | C07 | LUK | Won           | won  | 58000  | EUR | 100 | 2026-09-15 | 2026-11-02 | 2027-03-26 | 2026-09-22 | 2026-06-15
D07 | Launch film                     | C06 | ZOE | Won           | won  | 78000  | USD | 100 | 2026-03-13 | 2026-04-01 | 2026-11-13 | 2026-03-12 | 2026-01-26
D08 | Design system                   | C04 | ZOE | Won           | won  | 28600  | GBP | 100 | 2026-05-22 | 2026-06-01 | 2026-12-18 | 2026-05-14 | 2026-03-05
D09 | Loyalty app                     | C05 | LUK | Lost          | lost | 48000  | EUR | 0   | 2026-04-30 | 2026-06-01 | 2026-10-30 | 2026-04-27 | 2026-02-17
D10 | Alpine Rail timetable app       |     | MAR | Lost          | lost | 120000 | EUR | 0   | 2025-12-19 | 2026-02-02 | 2026-09-30 | 2025-12-18 | 2025-09-09
D11 | Newsletter and author pages     | C10 | ZOE | Lost          | lost | 9500   | GBP | 0   | 2026-06-30 |            |            | 2026-06-22 | 2026-05-04
D12 | Savings calculator              | C09 | ZOE | Lost          | lost | 27000  | EUR | 0   | 2026-08-28 | 2026-10-05 | 2026-12-18 | 2026-08-31 | 2026-06-10
D13 | Website care 2027               | C01 | ZOE | Negotiation   | open | 76800  | GBP | 80  | 2026-11-16 | 2026-12-01 | 2027-11-30 |            | 2026-09-07
D14 | Tariff calculator               | C04 | ZOE | Proposal sent | open | 92000  | GBP | 60  | 2026-11-06 | 2026-11-16 | 2027-02-26 |            | 2026-08-24
D15 | Check-in kiosks                 | C03 | LUK | Proposal sent | open | 74000  | EUR | 35  | 2026-12-11 | 2027-01-11 | 2027-04-30 |            | 2026-09-15
D16 | Patient portal, phase two       | C06 | ZOE | Negotiation   | open | 130000 | USD | 50  | 2026-12-04 | 2027-01-11 |            |            | 2026-07-20
D17 | Bled Castle museum site         |     | LUK | Qualified     | open | 45000  | EUR | 20  | 2027-01-15 |            |            |            | 2026-10-05
D18 | Shop migration                  | C07 | LUK | Qualified     | open | 38000  | EUR | 25  | 2026-09-30 | 2026-11-09 | 2027-02-05 |            | 2026-06-29
""",
)

DEAL_ROLES = table(
    "deal_id job_title hours",
    """
D06 | Senior Designer  | 160
D06 | Designer         | 60
D06 | Junior Developer | 220
D06 | Project Manager  | 80
D13 | Senior Designer  | 160
D13 | Developer        | 420
D13 | Project Manager  | 80
D14 | Senior Developer | 460
D14 | Senior Designer  | 180
D14 | Project Manager  | 90
D15 | Designer         | 220
D15 | Developer        | 360
D15 | Project Manager  | 70
D16 | Senior Developer | 380
D16 | Designer         | 200
D16 | Project Manager  | 80
D17 | Strategist       | 90
D17 | Designer         | 160
D18 | Developer        | 240
D18 | Strategist       | 40
""",
)


def tables() -> dict[str, list[Row]]:
    """Every table about sales, in the plain format."""
    return {"deals": [row | {"owner": email(row["owner"])} for row in DEALS], "deal_roles": DEAL_ROLES}
