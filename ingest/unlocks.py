"""Which further file would make what answerable, told from the tables that are empty."""

from collections.abc import Collection, Mapping

import pyarrow as pa

_ANSWERS = {
    "time_entries": "tracked and billable hours",
    "working_hours": "utilization and availability",
    "holidays": "availability net of public holidays",
    "absences": "absence and leave",
    "budgets": "budget burn, what remains and recognized revenue of fixed fees and retainers",
    "bill_rates": "the value of billable hours",
    "cost_rates": "cost, profit and margin",
    "expenses": "expenses, and profit net of them",
    "bookings": "planned against tracked hours, free hours and forecasts",
    "invoices": "what was invoiced and what is unbilled",
    "payments": "receivables and what is overdue",
    "deals": "pipeline and projected revenue",
    "tasks": "progress, overdue tasks and milestones",
    "change_requests": "changes of scope",
    "exchange_rates": "money in one currency",
}

# A price or a cost may stand on the entries themselves.
_ALSO_FOUND_IN = {
    "bill_rates": (("time_entries", "billable_rate"), ("services", "price")),
    "cost_rates": (("time_entries", "cost_rate"),),
}

_ALSO_READ = {"budgets": {"harvest": "Harvest's export of projects", "clockify": "Clockify's export of projects"}}
"""What a system whose time is here can export for a table."""


def unlocks(agency: Mapping[str, pa.Table], base_currency: str, unread: Collection[str] = ()) -> tuple[str, ...]:
    """Say for every empty table what it would answer, the most wanted first; a file that is `unread` is there."""
    return tuple(
        f"Add {_source(table, agency)} to answer {answers}."
        for table, answers in _ANSWERS.items()
        if not len(agency[table]) and table not in unread and not _is_elsewhere(table, agency, base_currency)
    )


def _source(table: str, agency: Mapping[str, pa.Table]) -> str:
    if table == "time_entries":
        return f"{table}.csv, or a detailed time report of Harvest, Clockify or Toggl,"
    systems = agency["time_entries"].column("_system").unique().to_pylist()
    exports = [export for system, export in _ALSO_READ.get(table, {}).items() if system in systems]
    return " or ".join([f"{table}.csv", *exports])


def _is_elsewhere(table: str, agency: Mapping[str, pa.Table], base_currency: str) -> bool:
    if table == "exchange_rates":
        return _currencies(agency) <= {base_currency}
    places = _ALSO_FOUND_IN.get(table, ())
    return any(_has_values(agency[other], column) for other, column in places)


def _has_values(table: pa.Table, column: str) -> bool:
    values = table.column(column)
    return bool(values.null_count < len(values))


def _currencies(agency: Mapping[str, pa.Table]) -> set[str]:
    named = (one.column("currency") for one in agency.values() if "currency" in one.column_names)
    return {code for column in named for code in column.unique().to_pylist() if code is not None}
