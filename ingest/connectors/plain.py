"""The plain format: files named after the canonical tables, with their columns as headers."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePath

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import TABLES, Column, Kind, Table
from assistant.errors import SourceError
from ingest.connector import Canonical, Reading, undecided_dates
from ingest.delivery import Delivery, Replaces, with_lineage
from ingest.locale import UndecidedError, date_order, decimal_mark, distinct, each_distinct, iso_date, plain_number
from ingest.reading import Sheet

_PLAIN_NUMBER = r"^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)?\s*$"
_ISO_DATE = r"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2})?\s*$"


class Plain:
    """The canonical tables as CSV files."""

    name = "plain"
    title = "Plain format (CSV)"
    how_to_export = (
        "One CSV file (UTF-8, comma, header row) for each table, named after it (time_entries.csv), in one folder; "
        "notes/ beside them and workspace.toml on top."
    )

    def recognises(self, header: Sequence[str], sample: Sequence[Mapping[str, str]]) -> float:  # noqa: ARG002 - a Connector
        """Sure when one table has all of its columns; the file's name is not looked at."""
        return 1.0 if _table_with(header) else 0.0

    def to_canonical(self, sheet: Sheet, reading: Reading) -> Canonical:
        """Read the sheet as the table it is named after, or else the one its header fits."""
        table = _table_of(sheet)
        columns = {normal(name): cells for name, cells in zip(sheet.header, sheet.columns, strict=True)}
        _refuse_missing(table, columns, sheet)
        known = {one.name: columns[one.name] for one in table.columns if one.name in columns}
        plain = known | _numbers(table, known, reading) | _dates(table, known, sheet, reading)
        replaces = Replaces.NOTHING if reading.mode == "append" else Replaces.ALL
        cells = with_lineage(sheet, reading.system, plain)
        delivery = Delivery(reading.system, table.name, cells, replaces)
        return Canonical((delivery,), tuple(_notices(table, columns, sheet)))


def normal(header: str) -> str:
    """A header as the data model writes it: "Entry ID" is entry_id."""
    return re.sub(r"[\s-]+", "_", header.strip().lower())


def table_named(file: str) -> str | None:
    """The table a file is named after, if it is."""
    stem = PurePath(file).stem.lower()
    return stem if stem in TABLES else None


def _table_of(sheet: Sheet) -> Table:
    name = table_named(sheet.file) or _table_with(sheet.header)
    if name is None:
        raise SourceError(f"{sheet.file} is not named after a table, and its columns fit none.")
    return TABLES[name]


def _table_with(header: Sequence[str]) -> str | None:
    """The one table whose obligatory columns are all in `header`; None when none or several are."""
    names = {normal(name) for name in header}
    fitting = [
        table.name
        for table in TABLES.values()
        if {one.name for one in table.columns if not one.optional} <= names <= set(table.column_names)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _refuse_missing(table: Table, columns: Mapping[str, pa.Array], sheet: Sheet) -> None:
    missing = [one.name for one in table.columns if not one.optional and one.name not in columns]
    if not missing:
        return
    extra = [name for name in sheet.header if normal(name) not in table.column_names]
    near = get_close_matches(missing[0], [normal(name) for name in extra], n=1, cutoff=0.5)
    hint = f'Is it the one called "{near[0]}"? Rename it.' if near else "Add it, or correct the header row."
    others = f" (nor {', '.join(missing[1:])})" if missing[1:] else ""
    raise SourceError(f'{sheet.file} has no column "{missing[0]}"{others}. {hint}')


def _notices(table: Table, columns: Mapping[str, pa.Array], sheet: Sheet) -> list[str]:
    absent = [name for name in table.column_names if name not in columns]
    found = []
    for name in sheet.header:
        if normal(name) in table.column_names:
            continue
        near = get_close_matches(normal(name), absent, n=1, cutoff=0.75)
        hint = f' Did you mean "{near[0]}"?' if near else ""
        found.append(f'{sheet.file}: the column "{name}" is not part of {table.name} and was not read.{hint}')
    return found


def _numbers(table: Table, columns: Mapping[str, pa.Array], reading: Reading) -> dict[str, pa.Array]:
    """The columns of numbers with a decimal dot and no groups; the file decides what its comma means."""
    numeric = [one.name for one in table.columns if one.kind.is_exact_number and one.name in columns]
    odd = [name for name in numeric if not _all_match(columns[name], _PLAIN_NUMBER)]
    if not odd:
        return {}
    mark = reading.decimal or decimal_mark(text for name in numeric for text in distinct(columns[name]))
    return {name: each_distinct(lambda text: plain_number(text, mark), columns[name]) for name in odd}


def _dates(table: Table, columns: Mapping[str, pa.Array], sheet: Sheet, reading: Reading) -> dict[str, pa.Array]:
    """The columns of dates in ISO order; each column decides for itself unless it was told."""
    odd = [
        one for one in table.columns if one.name in columns and one.kind is Kind.DATE
        and not _all_match(columns[one.name], _ISO_DATE)
    ]  # fmt: skip
    return {one.name: _iso(one, columns[one.name], sheet, reading) for one in odd}


def _iso(column: Column, cells: pa.Array, sheet: Sheet, reading: Reading) -> pa.Array:
    try:
        order = reading.date_order or date_order(distinct(cells))
    except UndecidedError as error:
        raise undecided_dates(sheet, column.name, str(error)) from error
    return each_distinct(lambda text: iso_date(text.strip(), order), cells)


def _all_match(cells: pa.Array, pattern: str) -> bool:
    return bool(pc.all(pc.match_substring_regex(cells, pattern)).as_py() is not False)
