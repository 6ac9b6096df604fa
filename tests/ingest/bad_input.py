"""Bad input, row by row of the data model's table: what is laid over a small agency, and what happens."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.ingest.files import AGENCY, PROJECTS, TIME_ENTRIES

BROKEN_ROW = "a row that breaks its contract"
DUPLICATE = "a duplicate id"
NOTATION = "wrong header, encoding, delimiter, numbers, dates, totals, merged headers, multi-line notes"
HEALTH = "what loads and appears on the data-health list"
HOSTILE = "a torn, locked, encrypted or huge file; a zip bomb; a symlink out of the folder"

HEADER, *LINES = TIME_ENTRIES.splitlines(keepends=True)
E1 = LINES[0]
ALL = ("e1", "e2", "e3")
Held = tuple[int, str]


@dataclass(frozen=True)
class Case:
    """One bad input and what happens.

    `files` are laid over the agency's, an empty one taken out; `stay` names the entries that load, `held` the row and
    column of what waits in quarantine, `said` what the report says.
    """

    row: str
    what: str
    files: Mapping[str, str | bytes]
    stay: tuple[str, ...] = ALL
    held: tuple[Held, ...] = ()
    said: tuple[str, ...] = ()
    fails: bool = False
    lay: Callable[[Path], object] | None = None
    also: Mapping[str, Any] = field(default_factory=dict)
    """Columns of the time entries, and what stands in them in the end."""


def entries(*more: str) -> dict[str, str | bytes]:
    return {"time_entries.csv": TIME_ENTRIES + "".join(f"{line}\n" for line in more)}


def only(text: str, encoding: str = "utf-8") -> dict[str, str | bytes]:
    return {"time_entries.csv": text.encode(encoding)}


def dated(*days: str) -> dict[str, str | bytes]:
    rows = (f"e{place},p1,j1,{day},1,1,approved\n" for place, day in enumerate(days, 1))
    return only(HEADER + "".join(rows))


def numbers(hours: str, value: str) -> dict[str, str | bytes]:
    """An entry of these hours, at a rate of this value, between semicolons."""
    head = f"{HEADER.strip()},billable_rate".replace(",", ";")
    return only(f"{head}\ne1;p1;j1;2026-03-02;{hours};{hours};approved;{value}\n")


def book(fill: Callable[[Workbook], object]) -> dict[str, str | bytes]:
    """The time entries as a workbook instead, changed by `fill`."""
    made = Workbook()
    for line in TIME_ENTRIES.splitlines():
        made.active.append(line.split(","))
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return {"time_entries.csv": b"", "time_entries.xlsx": out.getvalue()}


def serials_of_1904(made: Workbook) -> None:
    made.epoch = CALENDAR_MAC_1904
    for place in (2, 3, 4):
        made.active.cell(place, 4, 44_621)


def date_cells_of_1904(made: Workbook) -> None:
    made.epoch = CALENDAR_MAC_1904
    for place in (2, 3, 4):
        made.active.cell(place, 4, date(2026, 3, 2))


def merged_header(made: Workbook) -> None:
    """Hours over worked and billable; the names of the others over both rows."""
    made.active.insert_rows(1, 2)
    made.active["A1"] = "Time report, March"
    for place, (upper, lower) in enumerate(
        [
            ("entry", "id"),
            ("person", "id"),
            ("project", "id"),
            ("date", ""),
            ("Worked", "hours"),
            ("", "billable_hours"),
            ("status", ""),
        ],
        1,
    ):
        made.active.cell(2, place, upper)
        made.active.cell(3, place, lower)
    made.active.merge_cells("E2:F2")


def a_formula_nobody_calculated(made: Workbook) -> None:
    made.active["E2"] = "=3+4.5"


def parquet(**changed: object) -> dict[str, str | bytes]:
    rows = [line.strip().split(",") for line in LINES]
    table = {name: [row[place] for row in rows] for place, name in enumerate(HEADER.strip().split(","))}
    out = io.BytesIO()
    pq.write_table(pa.table({**table, **changed}), out)
    return {"time_entries.csv": b"", "time_entries.parquet": out.getvalue()}


def many_long_texts() -> bytes:
    """Three million rows that say one text of a thousand letters: a few hundred kilobytes."""
    told_once = pa.DictionaryArray.from_arrays(pa.array([0] * 3_000_000, pa.int8()), pa.array(["x" * 1000]))
    out = io.BytesIO()
    pq.write_table(pa.table({"entry_id": told_once}), out)
    return out.getvalue()


def leads_out(folder: Path) -> None:
    secret = folder.parent / "secret.csv"
    secret.write_text(TIME_ENTRIES)
    (folder / "time_entries.csv").unlink()
    (folder / "time_entries.csv").symlink_to(secret)


def huge(folder: Path) -> None:
    with (folder / "time_entries.csv").open("wb") as file:
        file.truncate(10_000_000_000)


CASES = (
    Case(BROKEN_ROW, "a day that is none", entries("e4,p1,j1,2026-02-30,1,1,approved"), held=((5, "date"),)),
    Case(BROKEN_ROW, "nobody's time", entries("e4,who,j1,2026-03-02,1,1,approved"), held=((5, "person_id"),)),
    Case(BROKEN_ROW, "time before time", entries("e4,p1,j1,2026-03-02,-1,0,approved"), held=((5, "hours"),)),
    Case(BROKEN_ROW, "more than a day", entries("e4,p1,j1,2026-03-02,25,1,approved"), held=((5, "hours"),)),
    Case(BROKEN_ROW, "a word not in the list", entries("e4,p1,j1,2026-03-02,1,1,maybe"), held=((5, "status"),)),
    Case(BROKEN_ROW, "no id", entries(",p1,j1,2026-03-02,1,1,approved"), held=((5, "entry_id"),)),
    Case(BROKEN_ROW, "too many cells", entries("e4,p1,j1,2026-03-02,1,1,approved,and,more"), held=((5, ""),)),
    Case(
        BROKEN_ROW,
        "an end before the start",
        {"projects.csv": PROJECTS + "j3,X,Y,c1,client,active,2026-05-01,2026-04-01,\n"},
        held=((4, "end_date"),),
    ),
    Case(
        BROKEN_ROW,
        "an unknown currency",
        only(f"{HEADER.strip()},billable_rate,currency\n{E1.strip()},100,EUR\n{LINES[1].strip()},100,QQQ\n"),
        stay=("e1",),
        held=((3, "currency"),),
    ),
    Case(
        BROKEN_ROW,
        "a probability above 100, an absence without an end",
        {
            "deals.csv": "deal_id,name,client_id,owner,stage,status,value,currency,probability,"
            "expected_close,start_date,end_date\nd1,A,c1,ana@example.com,s,open,100,EUR,120,2026-10-01,,\n",
            "absences.csv": "absence_id,person_id,start_date,end_date,hours_per_day,status,category\n"
            "a1,p1,2026-03-01,,,approved,vacation\n",
        },
        held=((2, "end_date"), (2, "probability")),
    ),
    Case(DUPLICATE, "the very same row", entries(E1.strip()), said=("time_entries: 1 rows were there twice",)),
    Case(
        DUPLICATE,
        "another row with its id",
        entries("e1,p1,j1,2026-03-02,3,3,approved"),
        held=((2, "entry_id"),),
        said=("superseded by time_entries.csv row 5",),
        also={"hours": [3_600, 28_800, 10_800]},
    ),
    Case(NOTATION, "another name for a column", only(TIME_ENTRIES.replace("entry_id,", "Entry ID,"))),
    Case(
        NOTATION,
        "a header that lacks a column",
        only(TIME_ENTRIES.replace(",hours,", ",effort,")),
        stay=(),
        fails=True,
        said=('time_entries.csv has no column "hours"',),
    ),
    *(
        Case(
            NOTATION,
            f"encoded in {encoding}",
            {"clients.csv": AGENCY["clients"].replace("Light", "Café").encode(encoding)},
        )
        for encoding in ("utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be")
    ),
    *(Case(NOTATION, f"cells between {mark!r}", only(TIME_ENTRIES.replace(",", mark))) for mark in ";\t|"),
    Case(NOTATION, "a first line that names the delimiter", only("sep=;\n" + TIME_ENTRIES.replace(",", ";"))),
    *(
        Case(
            NOTATION,
            f"{hours} h at {rate}",
            numbers(hours, rate),
            stay=("e1",),
            also={"hours": [27_000], "billable_rate": [12_345_600]},
        )
        for hours, rate in [
            ("7,5", "1.234,56"),
            ("7.5", "1,234.56"),
            ("7,5", "1 234,56"),
            ("7,5", "1\u202f234,56"),
            ("7.5", "1'234.56"),
            ("7:30", "€ 1.234,56"),
            ("7h 30m", "1.234,56 EUR"),
            ("PT7H30M", "1234.56"),
        ]
    ),
    *(
        Case(
            NOTATION,
            f"days as {days[0]}",
            dated(*days),
            stay=("e1", "e2"),
            also={"date": [date(2026, 3, 2), date(2026, 3, 13)]},
        )
        for days in [
            ("02/03/2026", "13/03/2026"),
            ("03/02/2026", "03/13/2026"),
            ("2.3.2026", "13.03.2026"),
            ("2-Mar-26", "13 March 2026"),
            ("46083", "46094"),
            ("46083.5", "46094.0"),
            ("20260302", "2026/03/13"),
            ("2026-03-02T09:30:00+01:00", "2026-03-13 00:00:00"),
        ]
    ),
    Case(
        NOTATION,
        "days that can be read both ways",
        dated("03/04/2026", "05/04/2026"),
        stay=(),
        fails=True,
        said=(
            'time_entries.csv: the dates in column "date" can be read as day/month and as month/day',
            "--set date_order",
        ),
    ),
    Case(
        NOTATION,
        "days in two orders",
        dated("13/04/2026", "04/13/2026"),
        stay=(),
        fails=True,
        said=("13/04/2026 has its day first, 04/13/2026 its month",),
    ),
    Case(
        NOTATION,
        "a year of two digits that may come first",
        dated("26-03-02", "26-03-13"),
        stay=(),
        fails=True,
        said=("do not say which of their numbers is the year", "--set date_order=ymd"),
    ),
    Case(
        NOTATION,
        "a row of totals",
        entries("Total,,,,16.5,14,"),
        said=("row 5 holds totals and is not counted as data",),
    ),
    Case(NOTATION, "totals that do not hold", entries("Total,,,,99,14,"), said=("the rows above add up to 16.5",)),
    Case(
        NOTATION,
        "the header again",
        only(HEADER + E1 + HEADER + "".join(LINES[1:])),
        said=("the header is repeated in 1 row, not counted as data",),
    ),
    Case(
        NOTATION,
        "titles above the header",
        only(f"Time report\nMarch\n\n{TIME_ENTRIES}"),
        said=("2 lines above the header",),
    ),
    Case(NOTATION, "blank lines", only(f"\n{HEADER}\n{E1},,,,,,\n\n{''.join(LINES[1:])}\n\n")),
    Case(
        NOTATION,
        "notes of several lines, with quotes and delimiters",
        only(f'{HEADER.strip()},note\n{E1.strip()},"he said ""no"", then;\n\nleft, at 1,5 h"\n'),
        stay=("e1",),
        also={"note": ['he said "no", then;\n\nleft, at 1,5 h']},
    ),
    Case(NOTATION, "a header over two rows", book(merged_header)),
    Case(NOTATION, "days numbered from 1904", book(serials_of_1904), also={"date": [date(2026, 3, 2)] * 3}),
    Case(
        NOTATION,
        "cells of days in a workbook from 1904",
        book(date_cells_of_1904),
        also={"date": [date(2026, 3, 2)] * 3},
    ),
    Case(
        NOTATION,
        "a formula without its value",
        book(a_formula_nobody_calculated),
        stay=("e2", "e3"),
        held=((2, "hours"),),
        said=("a formula that was never calculated",),
    ),
    Case(
        NOTATION, "Parquet, hours as spans of time", parquet(hours=pa.array([27_000, 3_600, 28_800], pa.duration("s")))
    ),
    Case(
        NOTATION,
        "Parquet, days as moments in another zone",
        parquet(date=pa.array([1_772_443_800] * 3, pa.timestamp("s", "UTC"))),
        also={"date": [date(2026, 3, 2)] * 3},
    ),
    Case(
        HEALTH,
        "more than 24 h a day in all",
        entries(*(f"e{n},p1,j1,2026-03-02,10,1,approved" for n in (4, 5))),
        stay=(*ALL, "e4", "e5"),
    ),
    Case(HEALTH, "time after the end of a contract", entries("e4,p2,j1,2027-03-02,1,1,approved"), stay=(*ALL, "e4")),
    Case(HEALTH, "time on an archived project", {"projects.csv": PROJECTS.replace("active", "archived")}),
    Case(
        HOSTILE,
        "torn within a row",
        only(TIME_ENTRIES[:-20]),
        stay=(),
        fails=True,
        said=("time_entries.csv ends in the middle of row 4: it looks cut off. Export it again.",),
    ),
    Case(HOSTILE, "torn within quotes", entries('e4,p1,j1,"2026'), stay=(), fails=True, said=("it looks cut off",)),
    Case(HOSTILE, "ten gigabytes", {}, lay=huge, stay=(), fails=True, said=("time_entries.csv has 10.0 GB",)),
    Case(HOSTILE, "a link out of the folder", {}, lay=leads_out, stay=(), fails=True, said=("is a link out of",)),
    Case(
        HOSTILE,
        "NUL bytes",
        only(TIME_ENTRIES.replace("e2", "e\0")),
        stay=(),
        fails=True,
        said=("a NUL byte in line 3",),
    ),
    Case(
        HOSTILE,
        "ten thousand columns",
        only(",".join(f"c{n}" for n in range(10_000)) + "\n"),
        stay=(),
        fails=True,
        said=("time_entries.csv has 10000 columns",),
    ),
    Case(
        HOSTILE,
        "a line without an end",
        only(TIME_ENTRIES + "e4," + "x" * 1_000_000 + "\n"),
        stay=(),
        fails=True,
        said=("a cell of more than",),
    ),
    Case(
        HOSTILE,
        "a workbook with a password",
        {
            "time_entries.csv": b"",
            "time_entries.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        },
        stay=(),
        fails=True,
        said=("time_entries.xlsx is protected by a password. Save it without one.",),
    ),
    Case(
        HOSTILE,
        "formulas are words",
        only(f"{HEADER.strip()},note\n{E1.strip()},=cmd|'/c calc'!A1\n"),
        stay=("e1",),
        also={"note": ["=cmd|'/c calc'!A1"]},
    ),
)
