"""What a worksheet's XML says beyond the values of its cells: errors, subtotals, percentages, its extent."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.parsers import expat

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=\"(\d{1,18})\"")
_TWO_LETTERS = re.compile(rb"\br=\"([A-Z]{2,})\d")
_THREE_LETTERS = re.compile(rb"\br=\"[A-Z]{3,}\d")
_FEW, _SOME = 26, 702
_PERCENT_FORMATS = {9, 10}
_CELL = re.compile(r"([A-Z]+)(\d+)")

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass
class Marks:
    """The cells of a worksheet that hold an error, a percentage, or a formula nobody calculated; and subtotals."""

    errors: dict[Place, str] = field(default_factory=dict)
    percents: set[Place] = field(default_factory=set)
    uncalculated: set[Place] = field(default_factory=set)
    subtotals: set[int] = field(default_factory=set)


class XmlError(ValueError):
    """A part of a workbook is no well-formed XML."""


def worksheets(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The XML of each worksheet of an Excel workbook, by the sheet's name."""
    targets = {
        row["Id"]: row["Target"] for row in _attributes(parts.get("xl/_rels/workbook.xml.rels", b""), "Relationship")
        if {"Id", "Target"} <= set(row)
    }  # fmt: skip
    found = {}
    for sheet in _attributes(parts.get("xl/workbook.xml", b""), "sheet"):
        key = next((value for name, value in sheet.items() if name.rpartition(":")[2] == "id"), "")
        target = targets.get(key, "")
        path = target.removeprefix("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        if path in parts and "name" in sheet:
            found[sheet["name"]] = parts[path]
    return found


def counts_from_1904(parts: Mapping[str, bytes]) -> bool:
    """Whether the days of an Excel workbook are numbered from 1904, as on old Macs."""
    said = _attributes(parts.get("xl/workbook.xml", b""), "workbookPr")
    return any(one.get("date1904") in ("1", "true") for one in said)


def extent(xml: bytes) -> tuple[int, int]:
    """How many rows and columns a worksheet has at most, told without unpacking its cells."""
    rows = max((int(found[1]) for found in _ROW.finditer(xml)), default=0)
    rows = max(rows, xml.count(b"<row"))
    if not _TWO_LETTERS.search(xml):
        return rows, _FEW
    if not _THREE_LETTERS.search(xml):
        return rows, max(_number(letters.decode()) for letters in set(_TWO_LETTERS.findall(xml))) + 1
    widest = max(set(_TWO_LETTERS.findall(xml)), key=lambda letters: (len(letters), letters))
    return rows, _number(widest[:_FEW].decode()) + 1


def percent_styles(parts: Mapping[str, bytes]) -> frozenset[int]:
    """The styles of cells that show their number as a percentage."""
    xml = parts.get("xl/styles.xml", b"")
    if b"%" not in xml and not re.search(rb"numFmtId=\"(9|10)\"", xml):
        return frozenset()
    own = {
        int(row["numFmtId"])
        for row in _attributes(xml, "numFmt")
        if "%" in row.get("formatCode", "") and row.get("numFmtId", "").isdigit()
    }
    styles = _attributes(xml, "xf", within="cellXfs")
    wanted = {str(one) for one in own | _PERCENT_FORMATS}
    return frozenset(place for place, row in enumerate(styles) if row.get("numFmtId") in wanted)


def marks_of(xml: bytes, percents: frozenset[int]) -> Marks:
    """What the cells of a worksheet are, where that cannot be told from their values."""
    if not percents and b't="e"' not in xml and b"<f" not in xml and b":f>" not in xml:
        _refuse_garbled(xml)
        return Marks()
    walk = _Walk({str(style) for style in percents})
    _parse(xml, walk.start, walk.end, walk.text)
    return walk.marks


class _Walk:
    """A walk through the cells of a worksheet."""

    def __init__(self, percents: set[str]) -> None:
        self.marks = Marks()
        self._percents = percents
        self._row, self._column = -1, -1
        self._cell: Mapping[str, str] = {}
        self._inside = ""
        self._formula, self._value = "", ""
        self._calculates = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            given = attributes.get("r", "")
            self._row = int(given) - 1 if given.isdigit() else self._row + 1
            self._column = -1
        elif tag == "c":
            found = _CELL.fullmatch(attributes.get("r", ""))
            self._column = _number(found[1]) if found else self._column + 1
            self._cell, self._formula, self._value, self._calculates = attributes, "", "", False
        elif tag == "f":
            self._calculates = True
        self._inside = tag

    def text(self, text: str) -> None:
        if self._inside == "f":
            self._formula += text
        elif self._inside == "v":
            self._value += text

    def end(self, name: str) -> None:
        self._inside = ""
        if name.rpartition(":")[2] != "c":
            return
        place = (self._row, self._column)
        if self._cell.get("t") == "e":
            self.marks.errors[place] = self._value or "#VALUE!"
        elif self._calculates and not self._value and self._cell.get("t") != "str":
            self.marks.uncalculated.add(place)
        elif self._cell.get("s") in self._percents and self._cell.get("t", "n") == "n" and self._value:
            self.marks.percents.add(place)
        if "SUBTOTAL(" in self._formula.upper():
            self.marks.subtotals.add(self._row)


def _attributes(xml: bytes, tag: str, within: str = "") -> list[dict[str, str]]:
    """The attributes of every element `tag`, or of those inside an element `within`."""
    found: list[dict[str, str]] = []
    open_tags: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        own = name.rpartition(":")[2]
        if own == tag and (not within or within in open_tags):
            found.append(attributes)
        open_tags.append(own)

    if xml:
        _parse(xml, start, lambda _: open_tags.pop(), lambda _: None)
    return found


def _refuse_garbled(xml: bytes) -> None:
    """Raise XmlError for a worksheet that ends early or is garbled, of which a reader might keep the first part."""
    try:
        expat.ParserCreate().Parse(xml, True)  # noqa: FBT003 - the parser takes no keyword
    except expat.ExpatError as error:
        raise XmlError(str(error)) from error


def _parse(
    xml: bytes, start: Callable[[str, dict[str, str]], None], end: Callable[[str], object], text: Callable[[str], None]
) -> None:
    # Parts that define entities were refused before, so that nothing can be expanded here.
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - the parser takes no keyword
    except expat.ExpatError as error:
        raise XmlError(str(error)) from error


def _number(letters: str) -> int:
    """The place of a column, from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters[:8]:
        number = number * _FEW + ord(letter) - ord("A") + 1
    return number - 1
