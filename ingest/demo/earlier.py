"""The agency as its files stood on an earlier evening: what came in later is not in them, what was open is open.

Late timesheets, invoices paid since, deals decided since: what anybody finds who asks what was known then.
"""

from collections.abc import Mapping
from datetime import date

from ingest.demo.text_table import Row

EARLIER = date(2026, 9, 1)
"""The day of the first state that `reckon demo` takes in, before the whole of it."""

CAME_IN = {
    "time_entries": "created_at",
    "expenses": "date",
    "invoices": "issued_on",
    "payments": "paid_on",
    "deals": "created_on",
    "change_requests": "requested_on",
}
"""The column that tells when a row came in."""

REOPENED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "budgets": ("delivered_on", {"delivered_on": ""}),
    "tasks": ("done_on", {"done_on": "", "status": "in_progress", "percent_complete": "", "remaining_hours": ""}),
    "deals": ("closed_on", {"closed_on": "", "status": "open", "stage": "Negotiation", "probability": "60"}),
    "change_requests": ("decided_on", {"decided_on": "", "status": "pending"}),
}
"""The column that tells when a row was decided, and what it said before."""


def as_of(tables: Mapping[str, list[Row]], day: date) -> dict[str, list[Row]]:
    """The same tables as they stood at the end of `day`."""
    then = {name: [_before(name, row, day) for row in rows if _is_in(name, row, day)] for name, rows in tables.items()}
    deals = {row["deal_id"] for row in then["deals"]}
    paid = {row["invoice_id"] for row in then["payments"]}
    then["deal_roles"] = [row for row in then["deal_roles"] if row["deal_id"] in deals]
    then["bookings"] = [row for row in then["bookings"] if not row.get("deal_id") or row["deal_id"] in deals]
    then["invoices"] = [_unpaid(row) if row["invoice_id"] not in paid else row for row in then["invoices"]]
    return then


def _is_in(table: str, row: Row, day: date) -> bool:
    return table not in CAME_IN or not _is_after(row.get(CAME_IN[table]), day)


def _before(table: str, row: Row, day: date) -> Row:
    decided, earlier = REOPENED.get(table, ("", {}))
    return {**row, **earlier} if decided and _is_after(row.get(decided), day) else row


def _is_after(when: object, day: date) -> bool:
    return bool(when) and str(when)[:10] > day.isoformat()


def _unpaid(row: Row) -> Row:
    return {**row, "status": "sent"} if row["status"] == "paid" else row
