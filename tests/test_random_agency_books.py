"""The invoices, payments and decided deals of random agencies are of every kind."""

from collections.abc import Iterator
from typing import Any

from tests.random_agency import TODAY, random_agency
from tests.random_agency_edges import AGES

EXPECTED = {
    *(f"{kind}, {status}" for kind in ("invoice", "credit_note") for status in ("draft", "sent", "paid", "void")),
    *(f"credit_note, {sign}" for sign in ("positive", "negative")),
    *("a shared number", "another currency", "no project", "no budget", "a budget", "a budget of elsewhere", "no tax"),
    *("issued ahead", "no due day", "due today", "due yesterday", "due ahead", "long overdue"),
    *(f"due {days} days ago" for days in AGES),
    *(
        "a part paid",
        "overpaid",
        "paid several times",
        "paid ahead",
        "paid today",
        "paid in another currency",
        "void, yet paid",
    ),
    *(f"{status}, {end}" for status in ("won", "lost") for end in ("closed", "closed on no day")),
    *("no first day", "a first day"),
}


def invoices(tables: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """What kinds of invoices there are."""
    owners = {row["budget_id"]: row["project_id"] for row in tables["budgets"]}
    numbers = [row["number"] for row in tables["invoices"]]
    for row in tables["invoices"]:
        yield f"{row['kind']}, {row['status']}"
        if row["kind"] == "credit_note" and row["net"]:
            yield "credit_note, positive" if row["net"] > 0 else "credit_note, negative"
        if numbers.count(row["number"]) > 1:
            yield "a shared number"
        if row["currency"] != "EUR":
            yield "another currency"
        if row["project_id"] is None:
            yield "no project"
        if row["budget_id"] is None:
            yield "no budget"
        else:
            yield "a budget" if owners[row["budget_id"]] == row["project_id"] else "a budget of elsewhere"
        if row["tax"] is None:
            yield "no tax"
        if row["issued_on"] > TODAY:
            yield "issued ahead"
        yield due(row)
        if row["due_on"] is not None:
            yield f"due {(TODAY - row['due_on']).days} days ago"


def due(row: dict[str, Any]) -> str:
    """When an invoice is due, seen from today."""
    if row["due_on"] is None:
        return "no due day"
    late = (TODAY - row["due_on"]).days
    return {0: "due today", 1: "due yesterday"}.get(late, "due ahead" if late < 0 else "long overdue")


def payments(tables: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """What kinds of payments there are."""
    for invoice in tables["invoices"]:
        paid = [row for row in tables["payments"] if row["invoice_id"] == invoice["invoice_id"]]
        amount, gross = sum(row["amount"] for row in paid), invoice["net"] + (invoice["tax"] or 0)
        if amount:
            yield "a part paid" if amount < gross else "overpaid"
        if len(paid) > 1:
            yield "paid several times"
        if paid and invoice["status"] == "void":
            yield "void, yet paid"
        for row in paid:
            if row["paid_on"] >= TODAY:
                yield "paid today" if row["paid_on"] == TODAY else "paid ahead"
            if row["currency"] != invoice["currency"]:
                yield "paid in another currency"


def deals(tables: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """How deals end."""
    for row in tables["deals"]:
        if row["status"] != "open":
            yield f"{row['status']}, {'closed' if row['closed_on'] else 'closed on no day'}"
        yield "a first day" if row["created_on"] else "no first day"


def test_ten_agencies_hold_every_kind_of_invoice_payment_and_decided_deal() -> None:
    found = set[str]()
    for seed in range(10):
        tables = {name: table.to_pylist() for name, table in random_agency(seed).items()}
        found.update(invoices(tables), payments(tables), deals(tables))
    assert found >= EXPECTED
