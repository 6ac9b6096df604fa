"""Random agencies side by side in one: what one of them holds too seldom, many together hold."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pyarrow as pa

from assistant.agency.tables import TABLES, Kind, arrow_schema
from tests.random_agency import random_agency
from tests.random_agency_rare import rare_agency

Row = dict[str, Any]

OWN_NAMES = {
    "people": ("name", "calendar"),
    "holidays": ("calendar",),
    "assignments": ("calendar",),
    "clients": ("name",),
    "projects": ("name",),
    "invoices": ("number",),
}
"""Besides ids, what no two agencies share: holidays are kept by calendar, invoices are counted by number."""


def together(agencies: Sequence[Mapping[str, pa.Table]]) -> dict[str, pa.Table]:
    """All their rows, under ids of their own; of what belongs to nobody, such as a rate of exchange, the first."""
    return {name: _together(name, [one[name] for one in agencies]) for name in TABLES}


@cache
def side_by_side(number: int, size: int) -> dict[str, pa.Table]:
    """So many random agencies in one: those of the seeds from number x size on; beside several, one of rare cases."""
    rare = [rare_agency(number)] if size > 1 else []
    return together([*(random_agency(seed) for seed in range(number * size, (number + 1) * size)), *rare])


def _together(name: str, tables: Sequence[pa.Table]) -> pa.Table:
    found: dict[tuple[Any, ...], Row] = {}
    for number, table in enumerate(tables):
        for row in table.to_pylist():
            own = _own(name, row, f"'{number}")
            found.setdefault(tuple(own[key] for key in TABLES[name].key), own)
    return pa.Table.from_pylist(list(found.values()), schema=arrow_schema(name))


def _own(name: str, row: Row, suffix: str) -> Row:
    ids = [one.name for one in TABLES[name].columns if one.kind is Kind.ID]
    own = row | {one: row[one] + suffix for one in (*ids, *OWN_NAMES.get(name, ())) if row[one]}
    if row.get("depends_on"):
        own["depends_on"] = ";".join(f"{one.strip()}{suffix}" for one in row["depends_on"].split(";"))
    if ":" in str(row.get("scope")):
        own["scope"] = row["scope"] + suffix
    return own
