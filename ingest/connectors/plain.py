"""The plain format: files or sheets named after the canonical tables, with their columns as headers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePath

import pyarrow as pa

from assistant.agency.tables import TABLES, Table
from assistant.errors import SourceError
from ingest.connector import Canonical, Reading
from ingest.delivery import Delivery, Replaces, with_lineage
from ingest.dialects import dates, numbers
from ingest.headers import Likeness, normal
from ingest.sheet import Sheet
from ingest.totals import split_off

_FEW = 2
_SOME = 5
NO_NAMES: Mapping[str, tuple[str, ...]] = {}


class Plain:
    """The canonical tables as CSV files, sheets of a workbook, or Parquet files."""

    name = "plain"
    title = "Plain format (CSV, Excel, OpenDocument, Parquet)"
    how_to_export = (
        "One file for each table, named after it (time_entries.csv, .xlsx or .parquet), or one workbook with a sheet "
        "for each, with a header row; all in one folder, notes/ beside them and workspace.toml on top."
    )

    def recognises(self, header: Sequence[str], sample: Sequence[Mapping[str, str]]) -> float:  # noqa: ARG002 - a Connector
        """Sure when one table has all of its columns; the file's name is not looked at."""
        return 1.0 if _table_with(header) else 0.0

    def to_canonical(self, sheet: Sheet, reading: Reading) -> Canonical:
        """Read the sheet as the table it is named after, or else the one its header fits."""
        table = _table_of(sheet)
        places = _places(table, sheet.header, reading.columns)
        _refuse_missing(table, places, sheet)
        known = {name: sheet.columns[place] for name, place in places.items()}
        written = numbers(table, known, sheet, reading)
        known |= written.columns
        split = split_off(table, known, sheet)
        if split:
            sheet = _only(sheet, split.data)
            known = {name: cells.filter(split.data) for name, cells in known.items()}
        known |= dates(table, known, sheet, reading).columns
        replaces = Replaces.NOTHING if reading.mode == "append" else Replaces.ALL
        delivery = Delivery(reading.system, table.name, with_lineage(sheet, reading.system, known), replaces)
        notices = (*_unread_columns(table, places, sheet), *written.notices, *(split.notices if split else ()))
        return Canonical((delivery,), notices)


def table_named(name: str) -> str | None:
    """The table a file or sheet is named after, if it is: "Time entries.csv" is time_entries."""
    path = PurePath(name)
    stem = normal(path.stem if path.suffix else name)
    return stem if stem in TABLES else None


def likeness(table: str | None, own: Mapping[str, tuple[str, ...]] = NO_NAMES) -> Likeness:
    """How much cells look like the header of `table`, or of any table: the share of obligatory columns there.

    `own` says what an agency calls a column, whichever table it is in.
    """
    among = [TABLES[table]] if table else list(TABLES.values())
    wanted = [(_known(each, own), len(_obligatory(each))) for each in among]

    def rate(names: Sequence[str]) -> float:
        there = {_squeezed(normal(name)) for name in names if name}
        found = [(len({known[name] for name in there & known.keys()}), least) for known, least in wanted]
        return max((some / max(least, 1) for some, least in found if some >= _FEW), default=0.0)

    return rate


def _obligatory(table: Table) -> set[str]:
    return {one.name for one in table.columns if not one.optional}


def _squeezed(name: str) -> str:
    return name.replace("_", "")


def _only(sheet: Sheet, keep: pa.Array) -> Sheet:
    rows = sheet.rows.filter(keep)
    left = set(rows.to_pylist()) if sheet.overlong else set()
    overlong = tuple(one for one in sheet.overlong if one[0] in left)
    return replace(sheet, columns=tuple(one.filter(keep) for one in sheet.columns), rows=rows, overlong=overlong)


def _table_of(sheet: Sheet) -> Table:
    name = table_named(sheet.sheet or "") or table_named(sheet.file) or _table_with(sheet.header)
    if name is None:
        raise SourceError(f"{sheet.place} is not named after a table, and its columns fit none.")
    return TABLES[name]


def _table_with(header: Sequence[str]) -> str | None:
    """The one table whose obligatory columns are all in `header`; None when none or several are."""
    names = {normal(name) for name in header}
    fitting = [one.name for one in TABLES.values() if _obligatory(one) <= names <= set(one.column_names)]
    return fitting[0] if len(fitting) == 1 else None


def _known(table: Table, own: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The columns of a table by all that they may be called."""
    known = {_squeezed(name): name for name in table.column_names}
    return known | {_squeezed(normal(one)): name for name in table.column_names for one in own.get(name, ())}


def _places(table: Table, header: Sequence[str], own: Mapping[str, tuple[str, ...]] = NO_NAMES) -> dict[str, int]:
    """Where each column of the table stands; the first counts when two say the same."""
    known = _known(table, own)
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        column = known.get(_squeezed(normal(name)))
        if column is not None:
            places.setdefault(column, place)
    return places


def _refuse_missing(table: Table, places: Mapping[str, int], sheet: Sheet) -> None:
    missing = [one.name for one in table.columns if not one.optional and one.name not in places]
    if not missing:
        return
    extra = [name for place, name in enumerate(sheet.header) if place not in places.values()]
    near = get_close_matches(missing[0], [normal(name) for name in extra], n=1, cutoff=0.5)
    hint = f'Is it the one called "{near[0]}"? Rename it' if near else "Add it, correct the header row"
    said = near[0] if near else "…"
    hint += f', or write {missing[0]} = "{said}" under [sources.plain.columns] in workspace.toml.'
    others = f" (nor {', '.join(missing[1:])})" if missing[1:] else ""
    raise SourceError(f'{sheet.place} has no column "{missing[0]}"{others}. {hint}')


def _unread_columns(table: Table, places: Mapping[str, int], sheet: Sheet) -> list[str]:
    absent = [name for name in table.column_names if name not in places]
    found, others = [], []
    for place, name in enumerate(sheet.header):
        if place in places.values():
            continue
        twice = _places(table, (name.partition("#")[0],))
        near = get_close_matches(normal(name), absent, n=1, cutoff=0.75)
        if twice:
            found.append(
                f'{sheet.place}: the column "{next(iter(twice))}" is there twice, and the first of them was read.'
            )
        elif near:
            said = f'{sheet.place}: the column "{name}" is not part of {table.name} and was not read.'
            found.append(f'{said} Did you mean "{near[0]}"?')
        else:
            others.append(f'"{name}"')
    return [*found, *_passed_over(table, others, sheet)]


def _passed_over(table: Table, names: Sequence[str], sheet: Sheet) -> list[str]:
    """A sentence for each of a few columns, or one for all of many."""
    if len(names) <= _SOME:
        return [f"{sheet.place}: the column {name} is not part of {table.name} and was not read." for name in names]
    shown = ", ".join(names[:_SOME])
    return [f"{sheet.place}: {len(names)} columns are not part of {table.name} and were not read: {shown} …"]
