"""What was invoiced, from the work that was done, and what was paid of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from ingest.demo.delivery import BUDGET, BUDGETS, CHANGES, CLIENT_OF
from ingest.demo.frame import TODAY
from ingest.demo.money import SPENT
from ingest.demo.rates import price_of
from ingest.demo.text_table import Row, by, grouped, table

HABITS = by(table("billing_habits"), "client_id")
DAYS_EITHER_WAY = 4
RETAINERS_ARE_INVOICED_ON_DAY = 2
DAYS_TO_WRITE_AN_INVOICE = 4
USUAL_PARTS = ((0, 30), (Decimal("0.5"), 40), (1, 30))
"""When the parts of a fixed fee are due, from its start (0) to its delivery (1), and their percent."""

_PARTS_OF = grouped(table("fee_parts"), "budget_id")
"""Parts of a fixed fee that were agreed otherwise; rows with one word in "together" are one invoice."""

# Out of the usual: budget and month of issue, and what became of it.
UNPAID = {("SAL-CLUB-1", "2026-05"), ("BWE-DS-1", "2026-08"), ("ADR-SEO-1", "2026-09")}
PAID_PERCENT = {("MER-PORT-1", "2026-08"): 60}
PAID_IN_TWO = {("BWE-PORT-2", "2026-03")}

BY_HAND = table("invoices_by_hand")
"""A mistake and its credit, an invoice issued twice, and one not sent yet."""

CENT = Decimal("0.01")
HUNDRED = 100
MONTHS = 12


@dataclass
class Bill:
    """One row of an invoice before it has a number."""

    budget_id: str
    issued_on: date
    net: Decimal
    together: str = ""
    status: str = "sent"
    kind: str = "invoice"

    @property
    def client_id(self) -> str:
        """Who gets it."""
        return CLIENT_OF[BUDGET[self.budget_id]["project_id"]]

    @property
    def tax(self) -> Decimal:
        """The tax on top."""
        return (self.net * int(HABITS[self.client_id]["tax_percent"]) / HUNDRED).quantize(CENT, ROUND_HALF_UP)

    @property
    def month(self) -> tuple[str, str]:
        """The budget and month of issue, by which the unusual ones are listed."""
        return self.budget_id, f"{self.issued_on:%Y-%m}"


def tables(entries: list[Row], seed: int) -> dict[str, list[Row]]:
    """The tables of invoices and payments, in the plain format."""
    bills = [*_for_time(entries), *_for_retainers(), *_for_fees(), *_by_hand()]
    bills.sort(key=lambda bill: (bill.issued_on, bill.budget_id))
    rng = Random(f"{seed} payments")
    invoices: list[Row] = []
    payments: list[Row] = []
    for number, (bill, named) in enumerate(zip(bills, _numbers(bills), strict=True), 1):
        invoice_id = f"I{number:03d}"
        received = list(_received(bill, rng))
        paid = sum((amount for _, amount in received), Decimal(0)) == bill.net + bill.tax
        invoices.append(_invoice(bill, invoice_id, named, paid=paid))
        currency = BUDGET[bill.budget_id]["currency"]
        payments += [
            {"invoice_id": invoice_id, "paid_on": f"{day}", "amount": f"{amount}", "currency": currency}
            for day, amount in received
        ]
    payments.sort(key=lambda row: (row["paid_on"], row["invoice_id"]))
    numbered = [{"payment_id": f"PAY{number:03d}"} | row for number, row in enumerate(payments, 1)]
    return {"invoices": invoices, "payments": numbered}


def _for_time(entries: list[Row]) -> Iterator[Bill]:
    """Time and materials: once a month, what was worked and spent the month before."""
    entries_of, spent_on = grouped(entries, "project_id", "status"), grouped(SPENT, "project_id", "status")
    for budget in BUDGETS:
        if budget["type"] != "time_and_materials":
            continue
        key = budget["project_id"], "approved"
        worked = _by_month(entries_of[key], spent_on[key])
        left = _cap(budget)
        for month in sorted(worked):
            net = min(worked[month], left) if left is not None else worked[month]
            left = left - net if left is not None else None
            issued_on = _next_month(month, HABITS[CLIENT_OF[budget["project_id"]]]["invoiced_on_day"])
            if net > 0 and issued_on <= TODAY:
                yield Bill(budget["budget_id"], issued_on, net.quantize(CENT, ROUND_HALF_UP))


def _by_month(entries: list[Row], spent: list[Row]) -> dict[str, Decimal]:
    value: dict[str, Decimal] = defaultdict(Decimal)
    for entry in entries:
        value[entry["date"][:7]] += Decimal(entry["billable_hours"]) * price_of(entry)
    for expense in spent:
        value[expense["date"][:7]] += Decimal(expense["billable_amount"] or 0)
    return value


def _cap(budget: Row) -> Decimal | None:
    if budget["capped"] != "true":
        return None
    added = (
        Decimal(change["amount"])
        for change in CHANGES
        if change["project_id"] == budget["project_id"] and change["status"] == "approved"
    )
    return Decimal(budget["amount"]) + sum(added)


def _next_month(month: str, day: str) -> date:
    year, number = (int(part) for part in month.split("-"))
    return date(year + number // MONTHS, number % MONTHS + 1, int(day))


def _for_retainers() -> Iterator[Bill]:
    """Retainers: every month in advance."""
    for budget in BUDGETS:
        if budget["type"] != "retainer":
            continue
        month = date.fromisoformat(budget["start_date"]).replace(day=RETAINERS_ARE_INVOICED_ON_DAY)
        while month <= min(TODAY, date.fromisoformat(budget["end_date"])):
            issued_on = max(month, date.fromisoformat(budget["start_date"]))
            yield Bill(budget["budget_id"], issued_on, Decimal(budget["amount"]).quantize(CENT))
            month = _next_month(f"{month:%Y-%m}", f"{RETAINERS_ARE_INVOICED_ON_DAY}")


def _for_fees() -> Iterator[Bill]:
    """Fixed fees: in the parts agreed, else in the usual three."""
    for budget in BUDGETS:
        if budget["type"] != "fixed":
            continue
        for row in _PARTS_OF[budget["budget_id"],] or _usual_parts(budget):
            net = Decimal(budget["amount"]) * int(row["percent"]) / HUNDRED
            issued_on = date.fromisoformat(row["issued_on"])
            if issued_on <= TODAY:
                yield Bill(budget["budget_id"], issued_on, net.quantize(CENT, ROUND_HALF_UP), row["together"])


def _usual_parts(budget: Row) -> Iterator[Row]:
    """At the start, half way, and a few days after the delivery."""
    start = date.fromisoformat(budget["start_date"])
    end = date.fromisoformat(budget["delivered_on"] or budget["end_date"])
    for after, percent in USUAL_PARTS:
        day = start + timedelta(days=int((end - start).days * after) + DAYS_TO_WRITE_AN_INVOICE)
        yield {"issued_on": f"{day}", "percent": f"{percent}", "together": ""}


def _by_hand() -> Iterator[Bill]:
    for row in BY_HAND:
        net = Decimal(row["net"]).quantize(CENT)
        issued_on = date.fromisoformat(row["issued_on"])
        yield Bill(row["budget_id"], issued_on, net, status=row["status"], kind=row["kind"])


def _numbers(bills: list[Bill]) -> Iterator[str]:
    """Number invoices and credit notes by year; drafts have none that counts."""
    last: dict[str, int] = defaultdict(int)
    named: dict[str, str] = {}
    for bill in bills:
        series = {"draft": "DRAFT", "credit_note": "CN"}.get(bill.status if bill.status == "draft" else bill.kind, "HL")
        series = f"{series}-{bill.issued_on.year}"
        if bill.together in named:
            yield named[bill.together]
            continue
        last[series] += 1
        number = f"{series}-{last[series]:03d}"
        if bill.together:
            named[bill.together] = number
        yield number


def _received(bill: Bill, rng: Random) -> Iterator[tuple[date, Decimal]]:
    """What has been paid of a bill so far, by the client's habit."""
    habit = int(HABITS[bill.client_id]["pays_after"])
    paid_on = bill.issued_on + timedelta(days=habit + rng.randint(-DAYS_EITHER_WAY, DAYS_EITHER_WAY))
    if bill.month in UNPAID or (bill.status, bill.kind) != ("sent", "invoice") or paid_on >= TODAY:
        return
    gross = bill.net + bill.tax
    if bill.month in PAID_PERCENT:
        yield paid_on, (gross * PAID_PERCENT[bill.month] / HUNDRED).quantize(CENT, ROUND_HALF_UP)
    elif bill.month in PAID_IN_TWO:
        half = (gross / 2).quantize(CENT, ROUND_HALF_UP)
        yield paid_on, half
        yield paid_on + timedelta(days=DAYS_EITHER_WAY), gross - half
    else:
        yield paid_on, gross


def _invoice(bill: Bill, invoice_id: str, number: str, *, paid: bool) -> Row:
    due_on = bill.issued_on + timedelta(days=int(HABITS[bill.client_id]["terms"]))
    budget = BUDGET[bill.budget_id]
    return {
        "invoice_id": invoice_id,
        "number": number,
        "client_id": bill.client_id,
        "issued_on": f"{bill.issued_on}",
        "due_on": f"{due_on}",
        "net": f"{bill.net}",
        "tax": f"{bill.tax}",
        "currency": budget["currency"],
        "status": "paid" if paid else bill.status,
        "kind": bill.kind,
        "project_id": budget["project_id"],
        "budget_id": bill.budget_id,
    }
