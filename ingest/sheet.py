"""A sheet: a header, and columns of text whose rows know where they stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

_LETTERS = 26


@dataclass(frozen=True)
class Dialect:
    """How a file writes what it says.

    `decimal` is the mark before the decimals, `date_order` one of ymd, dmy, mdy; None = the file decides.
    `counts_from_1904` is how workbooks of old Macs number their days.
    """

    encoding: str = "utf-8"
    delimiter: str = ","
    decimal: str | None = None
    date_order: str | None = None
    counts_from_1904: bool = False


@dataclass(frozen=True)
class Sheet:
    """One table as it stands in a file: everything is text, nothing is trimmed or judged yet.

    `rows` are the row numbers a spreadsheet would show, the header being row 1 where nothing stands above it.
    `overlong` names the rows that have more cells than the header, with how many; `subtotals` those in which
    a workbook calculates a SUBTOTAL. `ingest` identifies this very content of this file. `notices` are
    sentences about how it was read.
    """

    file: str
    sheet: str | None
    header: tuple[str, ...]
    columns: tuple[pa.Array, ...]
    rows: pa.Array
    ingest: str
    dialect: Dialect = Dialect()
    overlong: tuple[tuple[int, int], ...] = ()
    subtotals: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def place(self) -> str:
        """What a sentence calls it: the file, and the sheet of a workbook."""
        return self.file if self.sheet is None else f'{self.file}, sheet "{self.sheet}"'

    def column(self, name: str) -> pa.Array | None:
        """The column with this header, if there is one."""
        return self.columns[self.header.index(name)] if name in self.header else None

    def sample(self, count: int) -> list[dict[str, str]]:
        """The first rows, for recognising what the sheet is."""
        heads = [column[:count].to_pylist() for column in self.columns]
        return [dict(zip(self.header, cells, strict=True)) for cells in zip(*heads, strict=True)]


@dataclass(frozen=True)
class Body:
    """The rows below a header, as they were parsed."""

    columns: tuple[pa.Array, ...]
    rows: pa.Array
    overlong: tuple[tuple[int, int], ...] = ()

    def filter(self, keep: pa.Array) -> "Body":
        """Only some of the rows."""
        rows = self.rows.filter(keep)
        left = set(rows.to_pylist()) if self.overlong else set()
        overlong = tuple(one for one in self.overlong if one[0] in left)
        return Body(tuple(column.filter(keep) for column in self.columns), rows, overlong)


def without_blank_rows(body: Body) -> Body:
    """The rows in which something stands."""
    if not len(body.rows):
        return body
    # Most rows have something in their first column, so the others are only looked at where they have not.
    filled = pa.repeat(pa.scalar(value=False), len(body.rows))
    for column in body.columns:
        filled = pc.or_(filled, pc.match_substring_regex(column, r"\S"))
        if pc.all(filled).as_py():
            return body
    return body.filter(filled)


def without_repeated_headers(body: Body, header: tuple[str, ...]) -> tuple[Body, int]:
    """The rows that do not say the header again, and how many did."""
    place = next((index for index, name in enumerate(header) if name), None)
    if place is None or not len(body.rows):
        return body, 0
    again = pc.equal(pc.utf8_trim_whitespace(body.columns[place]), header[place])
    if not pc.any(again).as_py():
        return body, 0
    for name, column in zip(header, body.columns, strict=True):
        again = pc.and_(again, pc.equal(pc.utf8_trim_whitespace(column), name))
    return body.filter(pc.invert(again)), int(pc.sum(again).as_py() or 0)


def named(header: Sequence[str], body: Body) -> tuple[tuple[str, ...], Body]:
    """The names of the columns, told apart; a column without a name and without a word is left out."""
    keep = [
        place
        for place, (name, column) in enumerate(zip(header, body.columns, strict=True))
        if name or pc.any(pc.match_substring_regex(column, r"\S")).as_py()
    ]
    names = told_apart(header)
    return tuple(names[place] for place in keep), replace(body, columns=tuple(body.columns[place] for place in keep))


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns, the second of a name as "name#2", and those without one by their letter."""
    seen: Counter[str] = Counter()
    told = []
    for place, name in enumerate(names):
        own = name or f"column {_letter(place)}"
        seen[own] += 1
        told.append(own if seen[own] == 1 else f"{own}#{seen[own]}")
    return tuple(told)


def _letter(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
