"""The agency as data: every canonical table, its columns, their kinds and their sensitivity."""

from collections.abc import Mapping
from functools import cache

import pyarrow as pa

from assistant.agency.columns import SCALES, Column, Kind, Sensitivity, Table
from assistant.agency.tables_of_delivery import (
    BOOKINGS,
    BUDGETS,
    CHANGE_REQUESTS,
    CLIENTS,
    PROJECTS,
    SERVICES,
    TASKS,
    TIME_ENTRIES,
)
from assistant.agency.tables_of_money import (
    BILL_RATES,
    COST_RATES,
    DEAL_ROLES,
    DEALS,
    EXCHANGE_RATES,
    EXPENSES,
    INVOICES,
    PAYMENTS,
    TARGETS,
)
from assistant.agency.tables_of_people import (
    ABSENCES,
    ASSIGNMENTS,
    HOLIDAYS,
    LEAVE_ALLOWANCES,
    PEOPLE_TABLE,
    ROLES,
    USERS,
    WORKING_HOURS,
)

__all__ = [
    "LINEAGE",
    "ROLES",
    "SCALES",
    "TABLES",
    "Column",
    "Kind",
    "Sensitivity",
    "Table",
    "arrow_schema",
    "empty_table",
]

TABLES: Mapping[str, Table] = {
    one.name: one
    for one in (
        PEOPLE_TABLE,
        WORKING_HOURS,
        HOLIDAYS,
        ABSENCES,
        ASSIGNMENTS,
        LEAVE_ALLOWANCES,
        TARGETS,
        COST_RATES,
        BILL_RATES,
        CLIENTS,
        PROJECTS,
        BUDGETS,
        SERVICES,
        TIME_ENTRIES,
        BOOKINGS,
        EXPENSES,
        INVOICES,
        PAYMENTS,
        DEALS,
        DEAL_ROLES,
        TASKS,
        CHANGE_REQUESTS,
        EXCHANGE_RATES,
        USERS,
    )
}

LINEAGE: Mapping[str, pa.DataType] = {
    "_system": pa.string(),
    "_file": pa.string(),
    "_sheet": pa.string(),
    "_row": pa.int64(),
    "_ingest": pa.string(),
}
"""Where a row came from: source, file, sheet (null in a text file), row as a spreadsheet counts, ingest."""


def arrow_schema(table: str) -> pa.Schema:
    """Lay out `table` for Arrow, lineage last; KeyError for a table that does not exist."""
    columns = [pa.field(one.name, one.kind.arrow) for one in TABLES[table].columns]
    return pa.schema(columns + [pa.field(name, kind) for name, kind in LINEAGE.items()])


@cache
def empty_table(table: str) -> pa.Table:
    """Make `table` with no rows: every canonical table exists inside, whether or not there was a file."""
    return arrow_schema(table).empty_table()
