"""Which row of a sheet is its header: the first, or one below title lines, or two rows that make one."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.errors import SourceError

Likeness = Callable[[Sequence[str]], float]
"""How much some cells look like a known header: 0 for not at all, 1 or more for surely."""

LOOKED_AT = 20
"""A header stands in one of the first rows or is not found."""
MOST_COLUMNS = 2000
MOST_MIXED = 200
"""Columns: a header of more is not tried name by name."""
_LIKELY = 0.5
_SURE = 1.0
_QUOTES = "\"'`\u201c\u201d\u201e\u2018\u2019"


@dataclass(frozen=True)
class Header:
    """The names of the columns, the row the last of them stands in (from 1), and the lines above that say more."""

    names: tuple[str, ...]
    row: int
    titles: int = 0


def no_likeness(names: Sequence[str]) -> float:  # noqa: ARG001 - a Likeness
    """For files nothing is known about: the first row that is not blank is the header."""
    return 0.0


def normal(header: str) -> str:
    """A header as the data model writes it: "Entry ID", "entry-id" and "EntryId" are entry_id."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", header) if not unicodedata.combining(one))
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", plain.strip().strip(_QUOTES).strip())
    return re.sub(r"[\s_\-\u2010-\u2015]+", "_", parted.lower()).strip("_*: ")


def find_header(head: Sequence[Sequence[str]], likeness: Likeness, file: str) -> Header:
    """The header among the first rows of a sheet; SourceError when there is none."""
    rows = [_trimmed(cells) for cells in head[:LOOKED_AT]]
    first = next((place for place, cells in enumerate(rows) if cells), None)
    if first is None:
        raise SourceError(f"{file} has no readable header row. Export it again.")
    _refuse_wide(rows, file)
    best, score = Header(tuple(rows[first]), first + 1), likeness(rows[first])
    for place in range(first, len(rows)):
        if score >= _SURE:
            break
        for names, last in _candidates(rows, place, likeness):
            liked = likeness(names)
            if liked > score:
                best, score = Header(tuple(names), last + 1), liked
    titles = sum(bool(cells) for cells in rows[: _start_of(best, rows)])
    return Header(best.names, best.row, titles)


def skipped_notice(place: str, header: Header) -> tuple[str, ...]:
    """The sentence about lines that stand above the header."""
    if not header.titles:
        return ()
    lines = "1 line" if header.titles == 1 else f"{header.titles} lines"
    return (f"{place}: {lines} above the header in row {header.row} passed over.",)


def repeated_notice(place: str, count: int) -> tuple[str, ...]:
    """The sentence about rows that said the header again."""
    if not count:
        return ()
    return (f"{place}: the header is repeated in {count} {'row' if count == 1 else 'rows'}, not counted as data.",)


def _trimmed(cells: Sequence[str]) -> list[str]:
    """The cells of a row without the blank ones at its end."""
    names = [one_line(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


def one_line(text: str) -> str:
    """Text as it may stand in a sentence: on one line, with nothing in it that steers a terminal."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _refuse_wide(rows: Sequence[Sequence[str]], file: str) -> None:
    width = max(map(len, rows))
    if width > MOST_COLUMNS:
        raise SourceError(f"{file} has {width} columns, and no table has more than {MOST_COLUMNS}. Export it again.")


def _candidates(rows: Sequence[list[str]], place: int, likeness: Likeness) -> list[tuple[list[str], int]]:
    """A row as the header; and with the row below it, where merged cells spread it over two."""
    upper = rows[place]
    found = [(upper, place)] if upper else []
    if not upper or place + 1 >= len(rows) or not rows[place + 1]:
        return found
    lower = rows[place + 1]
    width = max(len(upper), len(lower))
    above, below = _padded(upper, width), _padded(lower, width)
    spread = _spread(above)
    lower_first = [low or high for high, low in zip(above, below, strict=True)]
    both = [f"{high} {low}".strip() for high, low in zip(spread, below, strict=True)]
    found += [(lower_first, place + 1), (both, place + 1)]
    if width <= MOST_MIXED and max(likeness(lower_first), likeness(both)) >= _LIKELY:
        found.append((_likeliest(both, lower_first, likeness), place + 1))
    return found


def _likeliest(names: Sequence[str], others: Sequence[str], likeness: Likeness) -> list[str]:
    """Column by column the one name or the other, whichever makes the header likelier."""
    chosen = list(names)
    liked = likeness(chosen)
    for place, other in enumerate(others):
        tried = [*chosen[:place], other, *chosen[place + 1 :]]
        rated = likeness(tried)
        if rated > liked:
            chosen, liked = tried, rated
    return chosen


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _spread(cells: Sequence[str]) -> list[str]:
    """What a cell merged over several columns says, in each of them."""
    spread, last = [], ""
    for cell in cells:
        last = cell or last
        spread.append(last)
    return spread


def _start_of(header: Header, rows: Sequence[list[str]]) -> int:
    """The place of the first row that is part of the header."""
    last = header.row - 1
    return last if list(header.names) == rows[last] else last - 1
