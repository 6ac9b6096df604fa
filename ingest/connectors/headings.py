"""The columns of an export, found by what they are called, in whatever order and language they come."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from assistant.errors import SourceError
from ingest.cells import CURRENCIES
from ingest.locale import each_distinct
from ingest.reading import Sheet

COMPLETE = 0.75
"""How sure a header is that has all it needs; its other columns make it surer."""
NEAR = 0.72
"""How sure one is that lacks something, but is like no other system's."""
_ALIKE = 0.6
_SYMBOLS = {"": "", "€": "EUR", "£": "GBP"}
_IN_BRACKETS = re.compile(r"(.*?)\s*\(([A-Z]{3}|[^\w\s]?)\)")


@dataclass(frozen=True)
class Shape:
    """What the header of one kind of export looks like.

    `names` says what the column of each field may be called (in small letters, without a currency in brackets),
    the usual name first. Of each group of `needs` one field must be there. The `telltale` fields are called so by
    no other system: without one of them the header is another's. `signs` are the fields it is recognised by.
    """

    report: str
    names: Mapping[str, tuple[str, ...]]
    needs: tuple[tuple[str, ...], ...]
    telltale: tuple[str, ...]
    signs: tuple[str, ...]

    def likeness(self, header: Sequence[str]) -> float:
        """How sure it is that the header is one of these, from 0 to 1; `NEAR` if it lacks a column."""
        found = set(_found(self, header, {}))
        if not found & set(self.telltale):
            return 0.0
        share = len(found & set(self.signs)) / len(self.signs)
        if not self._lacking(found):
            return COMPLETE + (1 - COMPLETE) * share
        return NEAR if share >= _ALIKE else 0.0

    def _lacking(self, found: set[str]) -> list[str]:
        return [" or ".join(self._spoken(one) for one in group) for group in self.needs if not found & set(group)]

    def _spoken(self, field: str) -> str:
        name = self.names[field][0]
        return f"“{name[:1].upper()}{name[1:]}”"

    def columns(self, sheet: Sheet, own: Mapping[str, tuple[str, ...]]) -> "Columns":
        """The columns of the sheet; SourceError when it lacks one that is needed.

        `own` says what an agency calls a field that it has renamed.
        """
        found = _found(self, sheet.header, own)
        lacking = self._lacking(set(found))
        if lacking:
            raise SourceError(
                f"{sheet.file} looks like {self.report}, but has no column {' and no column '.join(lacking)}. "
                "Export it again with all columns."
            )
        return Columns(sheet, found)


@dataclass(frozen=True)
class Place:
    """Where a field stands: its column, and the currency its header names ("" for none, None if it cannot)."""

    index: int
    currency: str | None


@dataclass(frozen=True)
class Columns:
    """A sheet by fields. What is not there is blank in every row."""

    sheet: Sheet
    places: Mapping[str, tuple[Place, ...]]

    def has(self, field: str) -> bool:
        """Whether there is a column for it."""
        return field in self.places

    def header(self, field: str) -> str:
        """What the column is called in this file."""
        return self.sheet.header[self.places[field][0].index]

    def text(self, field: str) -> pa.Array:
        """The trimmed texts of a field; of several columns for it, whichever is filled, and not with zero."""
        texts = [self._trimmed(place) for place in self.places.get(field, ())]
        if not texts:
            return self.constant("")
        return _first(texts, texts[1:])

    def currency(self, field: str) -> pa.Array:
        """The currency of each amount of a field, as its column's header says it; blank where it does not."""
        places = self.places.get(field, ())
        texts = [self._trimmed(place) for place in places]
        codes = [self.constant(place.currency or "") for place in places]
        return _first(texts, codes[1:], codes[0]) if codes else self.constant("")

    def currency_of(self, fields: Sequence[str]) -> pa.Array:
        """The currency of each row, from the first of these fields that is there."""
        there = next((field for field in fields if self.has(field)), "")
        return self.currency(there)

    def constant(self, text: str) -> pa.Array:
        """The same text in every row."""
        return pa.repeat(pa.scalar(text), len(self.sheet))

    def unknown_currencies(self) -> list[str]:
        """The headers that name a currency nobody knows."""
        places = [place for many in self.places.values() for place in many if place.currency is None]
        return sorted({self.sheet.header[place.index] for place in places})

    def _trimmed(self, place: Place) -> pa.Array:
        return pc.utf8_trim_whitespace(pc.fill_null(self.sheet.columns[place.index], ""))


def _first(texts: Sequence[pa.Array], others: Sequence[pa.Array], start: pa.Array | None = None) -> pa.Array:
    """Of several columns for one thing, row by row: the value of the first that is neither blank nor zero."""
    chosen = texts[0] if start is None else start
    taken = is_amount(texts[0])
    for text, other in zip(texts[1:], others, strict=True):
        better = pc.and_(pc.invert(taken), is_amount(text))
        chosen = pc.if_else(better, other, chosen)
        taken = pc.or_(taken, better)
    return chosen


def is_amount(cells: pa.Array) -> pa.Array:
    """Which numbers are something other than 0."""
    return pc.match_substring_regex(cells, r"[1-9]")


def _found(shape: Shape, header: Sequence[str], own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Place, ...]]:
    by_name = {name: field for field, names in shape.names.items() for name in names}
    by_name |= {name_key(one): field for field, names in own.items() if field in shape.names for one in names}
    found: dict[str, tuple[Place, ...]] = {}
    for field, place in _places(header, by_name):
        found[field] = (*found.get(field, ()), place)
    return found


def _places(header: Sequence[str], by_name: Mapping[str, str]) -> Iterator[tuple[str, Place]]:
    for index, title in enumerate(header):
        plain = name_key(title)
        if plain in by_name:
            yield by_name[plain], Place(index, "")
            continue
        split = _IN_BRACKETS.fullmatch(unicodedata.normalize("NFC", title.strip()))
        if split and name_key(split[1]) in by_name:
            code = _SYMBOLS.get(split[2], split[2])
            yield by_name[name_key(split[1])], Place(index, code if not code or code in CURRENCIES else None)


def name_key(name: str) -> str:
    """What makes two spellings of a name the same: case and spaces do not count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def names_of(cells: pa.Array) -> pa.Array:
    """The key of each name."""
    return each_distinct(name_key, cells)


def joined(mark: str, left: pa.Array, right: pa.Array) -> pa.Array:
    """Two texts in one, or the one that is there."""
    both = pc.binary_join_element_wise(left, right, mark)
    return pc.if_else(pc.equal(left, ""), right, pc.if_else(pc.equal(right, ""), left, both))
