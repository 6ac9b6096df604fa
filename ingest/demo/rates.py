"""What an hour costs, what it sells for, and what currencies are worth."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ingest.demo.delivery import SERVICE
from ingest.demo.frame import CURRENCIES
from ingest.demo.people import PEOPLE
from ingest.demo.text_table import Row, by, table

# Yuki Tanaka's day rate has not been entered yet.
COST_RATES = table(
    "person_id valid_from hourly_cost currency",
    """
MAR | 2025-01-01 | 78   | GBP
FRI | 2025-01-01 | 56   | EUR
FRI | 2026-01-01 | 58   | EUR
ANK | 2025-01-01 | 42   | EUR
ANK | 2026-01-01 | 44.5 | EUR
JON | 2025-01-01 | 53   | EUR
JON | 2026-01-01 | 55   | EUR
PET | 2025-01-01 | 27   | EUR
PET | 2026-01-01 | 29   | EUR
ZOE | 2025-01-01 | 44   | GBP
ZOE | 2026-04-01 | 46   | GBP
LUK | 2025-01-01 | 40   | EUR
LIN | 2025-01-01 | 54   | EUR
LIN | 2026-03-01 | 57.5 | EUR
ANS | 2025-01-01 | 36   | EUR
ANS | 2026-01-01 | 37.5 | EUR
IBR | 2025-01-01 | 51   | EUR
IBR | 2026-01-01 | 53   | EUR
TOM | 2025-01-01 | 52   | GBP
TOM | 2026-04-01 | 56   | GBP
MAY | 2025-01-01 | 34   | GBP
MAY | 2025-09-01 | 38   | GBP
KWA | 2025-01-01 | 24   | EUR
KWA | 2026-01-01 | 25   | EUR
MAT | 2026-02-02 | 23.5 | EUR
MAT | 2026-08-01 | 25   | EUR
OLE | 2025-10-01 | 58   | EUR
OLE | 2026-06-01 | 62   | EUR
ELO | 2025-01-01 | 43   | GBP
ELO | 2026-01-01 | 45   | GBP
""",
)

BILL_RATES = table(
    "valid_from hourly_rate currency person_id job_title project_id",
    """
2024-01-01 | 98  | EUR |     |                     |
2026-01-01 | 102 | EUR |     |                     |
2024-01-01 | 126 | EUR |     | Senior Designer     |
2026-01-01 | 132 | EUR |     | Senior Designer     |
2024-01-01 | 106 | EUR |     | Designer            |
2026-01-01 | 110 | EUR |     | Designer            |
2024-01-01 | 118 | EUR |     | Motion Designer     |
2026-01-01 | 122 | EUR |     | Motion Designer     |
2024-01-01 | 132 | EUR |     | Senior Developer    |
2026-01-01 | 138 | EUR |     | Senior Developer    |
2024-01-01 | 112 | EUR |     | Developer           |
2026-01-01 | 116 | EUR |     | Developer           |
2024-01-01 | 86  | EUR |     | Junior Developer    |
2026-01-01 | 90  | EUR |     | Junior Developer    |
2024-01-01 | 120 | EUR |     | Strategist          |
2026-01-01 | 124 | EUR |     | Strategist          |
2024-01-01 | 112 | EUR |     | Project Manager     |
2026-01-01 | 116 | EUR |     | Project Manager     |
2024-01-01 | 80  | EUR |     | Project Coordinator |
2026-01-01 | 140 | EUR | LIN |                     |
2025-08-01 | 100 | GBP |     |                     | SAL-CLUB
2025-11-03 | 122 | EUR |     |                     | LUM-ONB
2026-07-01 | 126 | EUR |     |                     | LUM-ONB
2026-01-01 | 108 | GBP |     |                     | NW-CARE
2026-06-01 | 110 | GBP |     |                     | BWE-DS
2025-10-01 | 148 | USD |     |                     | MER-PORT
2026-04-01 | 140 | USD |     |                     | MER-FILM
2025-10-01 | 168 | USD |     | Senior Developer    | MER-PORT
2025-11-03 | 134 | EUR |     | Senior Developer    | LUM-ONB
2026-08-03 | 146 | EUR | TOM |                     | ADR-BOOK
2026-08-03 | 130 | EUR | ELO |                     | ADR-BOOK
""",
)

# Base currency per one unit, from the first of the month; GBP, then USD.
EXCHANGE = table(
    "month GBP USD",
    """
2025-01 | 1.2026 | 0.9655
2025-02 | 1.2045 | 0.9623
2025-03 | 1.1936 | 0.9615
2025-04 | 1.1945 | 0.9247
2025-05 | 1.1745 | 0.8826
2025-06 | 1.1873 | 0.8815
2025-07 | 1.1665 | 0.8484
2025-08 | 1.1540 | 0.8737
2025-09 | 1.1553 | 0.8545
2025-10 | 1.1456 | 0.8520
2025-11 | 1.1367 | 0.8665
2025-12 | 1.1398 | 0.8606
2026-01 | 1.1475 | 0.8510
2026-02 | 1.1532 | 0.8462
2026-03 | 1.1498 | 0.8495
2026-04 | 1.1544 | 0.8548
2026-05 | 1.1590 | 0.8602
2026-06 | 1.1562 | 0.8573
2026-07 | 1.1618 | 0.8534
2026-08 | 1.1655 | 0.8490
2026-09 | 1.1604 | 0.8527
2026-10 | 1.1571 | 0.8561
""",
)

TEN_THOUSANDTH = Decimal("0.0001")
HUNDRED = 100


def tables() -> dict[str, list[Row]]:
    """Every table of rates, in the plain format."""
    return {
        "cost_rates": COST_RATES,
        "bill_rates": BILL_RATES,
        "exchange_rates": [
            {"date": f"{row['month']}-01", "currency": currency, "rate": row[currency]}
            for row in EXCHANGE
            for currency in CURRENCIES
        ],
    }


def price_of(entry: Row) -> Decimal:
    """Look up what an hour of `entry` sells for: its own rate, else its service's, else the standard price."""
    if entry.get("billable_rate"):
        return Decimal(entry["billable_rate"])
    service = SERVICE.get(entry["service_id"])
    if service:
        return _discounted(service)
    return _standard_price(entry["person_id"], entry["project_id"], date.fromisoformat(entry["date"]))


def _discounted(service: Row) -> Decimal:
    left = 1 - Decimal(service["discount_percent"] or 0) / HUNDRED
    return (Decimal(service["price"]) * left).quantize(TEN_THOUSANDTH, ROUND_HALF_UP)


def _standard_price(person_id: str, project_id: str, day: date) -> Decimal:
    job_title = _JOB_TITLE_OF[person_id]
    for keys in (
        (person_id, "", project_id),
        ("", job_title, project_id),
        ("", "", project_id),
        (person_id, "", ""),
        ("", job_title, ""),
        ("", "", ""),
    ):
        begun = [rate for since, rate in _PRICES.get(keys, ()) if since <= day]
        if begun:
            return begun[-1]
    raise LookupError(f"The demo has no price for {person_id} on {project_id} on {day}: add a bill rate.")


_JOB_TITLE_OF = {person_id: row["job_title"] for person_id, row in by(PEOPLE, "person_id").items()}
_PRICES: dict[tuple[str, str, str], list[tuple[date, Decimal]]] = {}
for _row in BILL_RATES:
    _keys = (_row["person_id"], _row["job_title"], _row["project_id"])
    _PRICES.setdefault(_keys, []).append((date.fromisoformat(_row["valid_from"]), Decimal(_row["hourly_rate"])))
