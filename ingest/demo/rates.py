"""What an hour costs, what it sells for, and what currencies are worth."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ingest.demo.delivery import SERVICE
from ingest.demo.frame import CURRENCIES
from ingest.demo.people import job_title
from ingest.demo.text_table import Row, table

COST_RATES = table("cost_rates")
BILL_RATES = table("bill_rates")
EXCHANGE = table("exchange")

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
    title = job_title(person_id, day)
    for keys in (
        (person_id, "", project_id),
        ("", title, project_id),
        ("", "", project_id),
        (person_id, "", ""),
        ("", title, ""),
        ("", "", ""),
    ):
        begun = [rate for since, rate in _PRICES.get(keys, ()) if since <= day]
        if begun:
            return begun[-1]
    raise LookupError(f"The demo has no price for {person_id} on {project_id} on {day}: add a bill rate.")


_PRICES: dict[tuple[str, str, str], list[tuple[date, Decimal]]] = {}
for _row in BILL_RATES:
    _keys = (_row["person_id"], _row["job_title"], _row["project_id"])
    _PRICES.setdefault(_keys, []).append((date.fromisoformat(_row["valid_from"]), Decimal(_row["hourly_rate"])))
