"""What a page says, free of any format: sections of blocks in which every number knows where it comes from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from assistant.documents.numbers import Number, say

_MARKS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
SLOT = re.compile(r"\{(\w+)\}")
"""A slot of a sentence."""

Slot = Number | str
"""What fills a slot of a sentence: a bound number, or a name, which is data and never read as words of ours."""


@dataclass(frozen=True)
class Run:
    """A stretch of a finished sentence; with the number it says, if it says one."""

    text: str
    number: Number | None = None


@dataclass(frozen=True)
class Text:
    """Words with slots: `Text("{used} of {total} is used.", {"used": …, "total": …})`.

    A word in braces that names no slot stays as it is.
    """

    template: str
    slots: Mapping[str, Slot] = field(default_factory=dict)

    def runs(self, locale: str) -> Iterator[Run]:
        """The sentence in stretches, each with the number it says."""
        place = 0
        for match in SLOT.finditer(self.template):
            slot = self.slots.get(match[1])
            if slot is None:
                continue
            if match.start() > place:
                yield Run(self.template[place : match.start()])
            said = Run(slot) if isinstance(slot, str) else Run(slot.say(locale), slot)
            yield said
            place = match.end()
            if said.text.endswith(".") and self.template[place:].startswith("."):
                place += 1  # an abbreviation ends the sentence: "6 Std."
        if place < len(self.template):
            yield Run(self.template[place:])

    def plain(self, locale: str) -> str:
        """The finished sentence."""
        return "".join(one.text for one in self.runs(locale))

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers bound to it."""
        return tuple(one for one in self.slots.values() if isinstance(one, Number))


class Level(StrEnum):
    """How good or bad something is, for its colour; the word beside it says the same."""

    GOOD = "good"
    CAREFUL = "careful"
    BAD = "bad"
    NEUTRAL = "neutral"


class Weight(StrEnum):
    """How loud a paragraph is."""

    LEAD = "lead"
    BODY = "body"
    SMALL = "small"


class Kind(StrEnum):
    """What a column of a table holds; numbers and days stand right or in their own width."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    STATUS = "status"


@dataclass(frozen=True)
class Status:
    """A status in one word: "on track"."""

    word: str
    level: Level = Level.NEUTRAL

    @property
    def numbers(self) -> tuple[Number, ...]:
        """A word holds no number."""
        return ()


@dataclass(frozen=True)
class Paragraph:
    """One or more sentences."""

    text: Text
    weight: Weight = Weight.BODY

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers bound to it."""
        return self.text.numbers


@dataclass(frozen=True)
class Bullets:
    """A list of sentences."""

    items: tuple[Text, ...]

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers bound to it."""
        return tuple(number for one in self.items for number in one.numbers)


@dataclass(frozen=True)
class Callout:
    """A sentence that must not be missed."""

    text: Text
    level: Level = Level.NEUTRAL

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers bound to it."""
        return self.text.numbers


@dataclass(frozen=True)
class Footnote:
    """Small print: how something is counted, or the line that says it was verified."""

    text: Text

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers bound to it."""
        return self.text.numbers


@dataclass(frozen=True)
class Column:
    """A column of a table; `blank` is what stands where there is no value."""

    title: str
    kind: Kind = Kind.TEXT
    blank: str = "–"


Cell = Text | Number | Status | str | None


@dataclass(frozen=True)
class Grid:
    """A table with typed columns; `total` is a last row of its own, `caption` what it is about (for readers aloud)."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    caption: str = ""

    def shown(self, row: Sequence[Cell], locale: str) -> list[str]:
        """A row as a reader sees it."""
        return [cell_text(cell, column, locale) for cell, column in zip(row, self.columns, strict=True)]

    @property
    def every_row(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows, the total last."""
        return (*self.rows, *([self.total] if self.total is not None else []))

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in its cells."""
        return tuple(number for row in self.every_row for cell in row for number in _numbers_in(cell))


@dataclass(frozen=True)
class Chart:
    """A chart: the same Vega-Lite specification as in the chat; `says` tells it to whoever cannot see it."""

    spec: Mapping[str, Any]
    says: str
    caption: str = ""
    data: tuple[Number, ...] = ()
    """The numbers drawn."""

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers drawn."""
        return self.data


@dataclass(frozen=True)
class Tile:
    """One key figure: what it is called, its value, and what stands small beneath it ("€12,000.00 in August")."""

    label: str
    value: Number | Status
    beneath: Text = Text("")

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its value, and the numbers beneath."""
        return (*_numbers_in(self.value), *self.beneath.numbers)


@dataclass(frozen=True)
class Tiles:
    """Key figures side by side, at most four in a row."""

    items: tuple[Tile, ...]

    @property
    def rows(self) -> tuple[tuple[Tile, ...], ...]:
        """The figures in rows that are as full as each other."""
        count = -(-len(self.items) // MOST_BESIDE)
        wide = -(-len(self.items) // max(1, count))
        return tuple(self.items[first : first + wide] for first in range(0, len(self.items), wide or 1))

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers bound to it."""
        return tuple(number for one in self.items for number in one.numbers)


MOST_BESIDE = 4
"""Key figures in a row."""


@dataclass(frozen=True)
class Bar:
    """One bar: its name, how much of it is filled and of how much, and the words that say so."""

    label: str
    filled: Number
    whole: Number
    said: Text

    @property
    def share(self) -> float:
        """How much of it is filled; 0 of nothing."""
        whole = self.whole.figure.value
        return float(self.filled.figure.value / whole) if whole > 0 else 0.0


@dataclass(frozen=True)
class Bars:
    """Bars beneath each other, each filled by its own share; `caption` is what they show."""

    items: tuple[Bar, ...]
    caption: str

    def says(self, locale: str) -> str:
        """The same in words, for whoever cannot see it."""
        return f"{self.caption}: " + "; ".join(f"{one.label}, {one.said.plain(locale)}" for one in self.items)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers drawn."""
        return tuple(number for one in self.items for number in (one.filled, one.whole, *one.said.numbers))


Block = Paragraph | Bullets | Grid | Chart | Status | Callout | Footnote | Tiles | Bars


@dataclass(frozen=True)
class Section:
    """A part of a page: `name` is what it is called inside ("budget"), `title` what its heading says ("" for none)."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Outline:
    """A whole document.

    `kind` is what it is ("summary"), `language` "en" or "de", `locale` how numbers and days are written,
    `header` stands small at the top of every page, `footer` at its foot, `about` is the subject in the properties.
    """

    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    kind: str = "report"
    language: str = "en"
    locale: str = "en"
    header: str = ""
    footer: str = ""
    about: str = ""
    made_on: date | None = None
    slides: bool = False
    """Whether it is meant for slides: a section is a slide of its own."""

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block, in order."""
        return (block for section in self.sections for block in section.blocks)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Every number on it, in order."""
        return tuple(number for block in self.blocks for number in block.numbers)


def clean(text: str) -> str:
    """The letters of `text` that every format can hold: no control marks, none that turn the direction around."""
    return _MARKS.sub("", text)


def without_links(text: str) -> str:
    """The same letters, with an unseen sign in every address of the web, so that no reader makes a link of it."""
    return _ADDRESS.sub(lambda found: found[0] + JOINED, text)


_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}:(?=//)|\bwww(?=\.)", re.IGNORECASE)
JOINED = "\u2060"
"""A sign that is not seen, and breaks an address."""


def texts(outline: Outline) -> Iterator[str]:
    """Every stretch of words of a document, as a reader sees it."""
    yield from (outline.title, outline.subtitle, outline.header, outline.footer, outline.about)
    for section in outline.sections:
        yield section.title
        for block in section.blocks:
            yield from _texts_of(block, outline.locale)


def _texts_of(block: Block, locale: str) -> Iterator[str]:
    match block:
        case Paragraph() | Callout() | Footnote():
            yield block.text.plain(locale)
        case Bullets():
            yield from (one.plain(locale) for one in block.items)
        case Status():
            yield block.word
        case Chart():
            yield from (block.says, block.caption)
        case Grid():
            yield block.caption
            yield from (one.title for one in block.columns)
            yield from (cell for row in block.every_row for cell in block.shown(row, locale))
        case Bars():
            yield from (block.caption, *(text for one in block.items for text in (one.label, one.said.plain(locale))))
        case Tiles():
            for one in block.items:
                yield from (one.label, value_text(one.value, locale), one.beneath.plain(locale))


def cell_text(cell: Cell, column: Column, locale: str) -> str:
    """One cell as a reader sees it."""
    match cell:
        case None:
            return column.blank
        case str():
            return cell
        case Text():
            return cell.plain(locale)
        case Status():
            return cell.word
        case Number():
            return say(cell, locale)


def value_text(value: Number | Status, locale: str) -> str:
    """The value of a key figure as a reader sees it."""
    return value.word if isinstance(value, Status) else value.say(locale)


def _numbers_in(cell: Cell) -> tuple[Number, ...]:
    match cell:
        case Number():
            return (cell,)
        case Text():
            return cell.numbers
        case _:
            return ()
