"""Invoices, payments and the ends of deals, drawn for an agency whose other rows stand already."""

from datetime import date, timedelta
from random import Random

from tests.random_agency_plans import Row, Value

NET = (0, 1_000_000, 12_345_678, 50_000_001, -3_333_333)


def add_books(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """Add the rows, and close the deals that are decided. What stands already stays as it was drawn."""
    rows["invoices"] = [_invoice(chance, rows, today, number) for number in range(30)]
    rows["payments"] = [_payment(chance, rows["invoices"], today, number) for number in range(25)]
    for deal in rows["deals"]:
        closed = today + timedelta(days=chance.randint(-90, 10))
        deal["closed_on"] = chance.choice((None, closed, closed)) if deal["status"] != "open" else None
        deal["created_on"] = chance.choice((None, closed - timedelta(days=chance.randint(0, 60))))


def _invoice(chance: Random, rows: dict[str, list[Row]], today: date, number: int) -> Row:
    def one(*values: Value) -> Value:
        return chance.choice(values)

    issued = today + timedelta(days=chance.randint(-150, 20))
    due = issued + timedelta(days=chance.choice((0, 14, 30, 60)))
    project = one(None, *(row["project_id"] for row in rows["projects"]))
    budgets = [
        row["budget_id"] for row in rows.get("budgets", []) if row["project_id"] == project or chance.randrange(9) == 0
    ]
    return {
        "invoice_id": f"{chance.choice('iIé-')}{number}",
        # Some numbers stand on several rows.
        "number": f"2026-{chance.choice((number, 1, 2))}",
        "client_id": one(*(row["client_id"] for row in rows["clients"])),
        "issued_on": issued,
        "due_on": one(None, due, due, today, today - timedelta(days=1), today - timedelta(days=31)),
        "net": one(*NET),
        "tax": one(None, 0, 2_000_001, -66_667),
        "currency": one("EUR", "EUR", "EUR", "USD", "GBP"),
        "status": one("sent", "sent", "sent", "paid", "draft", "void"),
        "kind": one("invoice", "invoice", "invoice", "credit_note"),
        "project_id": project,
        "budget_id": one(None, *budgets),
    }


def _payment(chance: Random, invoices: list[Row], today: date, number: int) -> Row:
    invoice = chance.choice(invoices)
    return {
        "payment_id": f"pay{number}",
        "invoice_id": invoice["invoice_id"],
        "paid_on": today + timedelta(days=chance.randint(-120, 10)),
        "amount": chance.choice((1_000_000, 333_333, 12_345_678, 0)),
        "currency": chance.choice((invoice["currency"], invoice["currency"], "EUR")),
    }


def add_targets(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """Add targets for all, for clients and for projects, by id and by name, some of another time."""
    things = [("client", row["client_id"], row["name"]) for row in rows["clients"]]
    things += [("project", row["project_id"], row["name"]) for row in rows["projects"]]
    rows["targets"] = []
    for _ in range(8):
        kind, key, name = chance.choice(things)
        start, end = (today + timedelta(days=chance.randint(*span)) for span in ((-90, 10), (-10, 90)))
        rows["targets"].append(
            {
                "metric": chance.choice(("margin", "margin", "revenue")),
                "scope": chance.choice(("all", f"{kind}:{key}", f"{kind}: {name}")),
                "start_date": chance.choice((None, start)),
                "end_date": chance.choice((None, end)),
                "value": chance.choice((300_000, 550_000, 900_000, 0)),
            }
        )
