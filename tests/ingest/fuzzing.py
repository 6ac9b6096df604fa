"""Thousands of damaged files: `python -m tests.ingest.fuzzing SEED COUNT`.

Files of every table and of every system's export, as text, workbook and Parquet, are damaged as files are: cut off,
lines in another order or twice, cells overwritten, bytes changed, another encoding or delimiter. Each is ingested
twice. There must be a report and no exception; every row read is accounted for; the second time changes nothing; and
of text in which no quote was touched, no line is neither read nor spoken of. What was found is printed as JSON.
"""

import csv
import io
import json
import random
import sys
import traceback
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.report import IngestReport
from tests.ingest.dialects import AGENCY as SPOKEN
from tests.ingest.dialects import Speech
from tests.ingest.files import load
from tests.ingest.test_anything import assert_balanced
from tests.ingest.test_mutated import rows_in
from tests.ingest.workbooks import write_book

HERE = Path(__file__).parent
BITS = (
    b"", b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"\xc3", b"<", b"&", b"total", b"1,5", b"\t", b"=1+1", b"'",
    b"\xef\xbb\xbf", b"\xff\xfe", b"-", b"99999999999999999999", b"NaN", b"2026-02-30", b"31/12/2026", b"1/2/26",
    b"\xe2\x80\xae", b"%", b"EUR", b"\xe2\x82\xac", b"()", b"0x1F", b"1e400", b"PK\x03\x04", b"sep=,\n",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252")
LONGEST = 2000
"""Letters of a sentence: longer ones would repeat the file."""
TEXTS = {f"{name}.csv": Speech().encoded(Speech().lines(table)) for name, table in SPOKEN.items()}
Chance = random.Random


@dataclass
class Found:
    """What came of it."""

    loaded: int = 0
    refused: int = 0
    held: int = 0
    faults: list[str] = field(default_factory=list)


def files() -> list[tuple[str, bytes]]:
    """What is damaged: plain tables in three formats, and exports."""
    exports = sorted(path for name in ("harvest", "clockify", "toggl") for path in (HERE / name).glob("*.csv"))
    found = [*TEXTS.items(), *((path.name, path.read_bytes()) for path in exports)]
    with TemporaryDirectory() as folder:
        for name in ("time_entries", "budgets"):
            lines = Speech().lines(SPOKEN[name])
            book = write_book(Path(folder) / f"{name}.xlsx", {name: lines})
            out = io.BytesIO()
            pq.write_table(pa.table(dict(zip(lines[0], zip(*lines[1:], strict=True), strict=True))), out)
            found += [(book.name, book.read_bytes()), (f"{name}.parquet", out.getvalue())]
    return found


def damaged(name: str, content: bytes, chance: Chance) -> bytes:
    """The file with something wrong; of a workbook mostly one of its parts."""
    if not name.endswith(".xlsx") or chance.random() < 0.4:
        return chance.choice(DAMAGES)(content, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        hit = chance.choice(source.namelist())
        for one in source.namelist():
            part = source.read(one)
            target.writestr(one, chance.choice(DAMAGES)(part, chance) if one == hit else part)
    return out.getvalue()


def cut_off(content: bytes, chance: Chance) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def lines_in_another_order(content: bytes, chance: Chance) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def a_line_again(content: bytes, chance: Chance) -> bytes:
    lines = content.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return b"".join([*lines[:place], *[lines[place]] * chance.randrange(4), *lines[place + 1 :]])


def another_delimiter(content: bytes, chance: Chance) -> bytes:
    return content.replace(b",", chance.choice([b";", b"\t", b"|"]))


def another_encoding(content: bytes, chance: Chance) -> bytes:
    return content.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def cells_overwritten(content: bytes, chance: Chance) -> bytes:
    rows = [
        row for row in csv.reader(io.StringIO(content.decode("latin-1").replace("\0", "").replace("\r", ""))) if row
    ]
    for _ in range(chance.randrange(1, 6)):
        row = chance.choice(rows or [[""]])
        place = chance.randrange(len(row))
        row[place] = chance.choice(BITS).decode("latin-1").replace("\0", "") + chance.choice(["", row[place]])
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def bytes_changed(content: bytes, chance: Chance) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        place = chance.randrange(len(content) + 1)
        put = chance.choice([*BITS, bytes([chance.randrange(256)])])
        content = content[:place] + put + content[place + chance.choice([0, 0, 1, 1, 2, 5, 40]) :]
    return content


DAMAGES = (
    cut_off, lines_in_another_order, a_line_again, another_delimiter, another_encoding, cells_overwritten,
    cells_overwritten, bytes_changed, bytes_changed, bytes_changed,
)  # fmt: skip


def tried(name: str, content: bytes, order: str | None) -> IngestReport:
    """Ingest it twice, among the rest of the agency if it is one of its tables; AssertionError for what must not be."""
    settled = {"date_order": order} if order else None
    with TemporaryDirectory() as folder:
        source = Path(folder) / "in"
        source.mkdir()
        stem = name.partition(".")[0]
        others = {one: text for one, text in TEXTS.items() if stem in SPOKEN and one != f"{stem}.csv"}
        for one, text in {**others, name: content}.items():
            (source / one).write_bytes(text)
        target = source if stem in SPOKEN else source / name
        report = load(Path(folder) / "w", target, overrides=settled)
        again = load(Path(folder) / "w", target, overrides=settled)
    assert_balanced(report)
    assert again.snapshot == report.snapshot, "the same again made another snapshot"
    assert all(len(one) < LONGEST for one in (*report.errors, *report.notices)), "a sentence without end"
    counts = report.tables.get(stem)
    if (
        counts
        and not report.errors
        and name.endswith(".csv")
        and not any(one in content for one in (b'"', b"\r", b"\0"))
    ):
        spoken = sum(rows_in(one) for one in report.notices if one.startswith(name))
        there = sum(bool(line.strip(b" ,;\t|\xef\xbb\xbf")) for line in content.split(b"\n"))
        assert counts.read + spoken >= there - 1 - content.startswith(b"sep="), "a line was lost in silence"
    return report


def main(seed: int, count: int) -> Found:
    """So many damaged files, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    found, known = Found(), files()
    for turn in range(count):
        name, content = chance.choice(known)
        wrong = damaged(name, content, chance)
        try:
            report = tried(name, wrong, chance.choice([None, "dmy", "mdy"]))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            found.faults.append(f"{turn} {name}: {error!r} {traceback.format_exc(limit=-2)} {wrong[:LONGEST]!r}")
            continue
        found.loaded += not report.errors
        found.refused += bool(report.errors)
        found.held += bool(report.quarantine)
    return found


if __name__ == "__main__":
    print(json.dumps(vars(main(int(sys.argv[1]), int(sys.argv[2]))), indent=1))  # noqa: T201 - a person reads it
