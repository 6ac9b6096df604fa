"""Measure, and print one table; with `--readme` it is written into the README as well.

`python -m benchmarks [--entries N …] [--only NAME …] [--times K] [--folder DIR] [--readme]`
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measures import MEASURES, Line, Place
from benchmarks.processes import ROOT

SMALLEST = 10_000
README = ROOT / "README.md"
BEGINS, ENDS = "<!-- benchmarks: begin -->\n", "<!-- benchmarks: end -->\n"


def table(sizes: Sequence[int], columns: Sequence[Sequence[Line]]) -> str:
    """The table in Markdown: a line each, a column for each number of entries, and the last over the first."""
    compared = len(sizes) > 1
    header = ["", *(f"{one:,} entries" for one in sizes), *(["ratio"] if compared else []), "aim at 1,000,000"]
    rows = [header, ["---", *("---:" for _ in header[1:-1]), "---"]]
    for lines in zip(*columns, strict=True):
        growth = [f"{lines[-1].value / lines[0].value:.1f}"] if compared else []
        rows.append([lines[0].what, *(one.shown for one in lines), *growth, lines[0].aim])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def conditions(times: int) -> str:
    """Under which conditions it was measured: what else ran at the time makes everything slower but the ratios."""
    load = os.getloadavg()[2]
    return f"Medians of {times} on {os.cpu_count()} cores; on average {load:.1f} processes wanted to run meanwhile."


def written_into(text: str, report: str) -> str:
    """A README with the report between its two marks, in the place of the one before."""
    before, begins, rest = text.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not begins or not ends:
        raise ValueError(f"The README has no place for the table: put {BEGINS.strip()} and {ENDS.strip()} into it.")
    return f"{before}{begins}\n{report}\n{ends}{after}"


def measured(folder: Path, entries: int, names: Sequence[str], times: int) -> list[Line]:
    """All lines of one size; each is told on standard error as soon as it is known."""
    place = Place(folder / str(entries), entries, times)
    place.folder.mkdir(parents=True, exist_ok=True)
    lines: list[Line] = []
    for name in names:
        sys.stderr.write(f"{entries:,} entries: {name} …\n")
        for line in MEASURES[name](place):
            sys.stderr.write(f"  {line.what}: {line.shown}\n")
            lines.append(line)
    return lines


def main(words: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--entries", type=int, action="append", help="time entries; may be repeated (1000000)")
    parser.add_argument("--only", choices=sorted(MEASURES), action="append", help="one kind of measurement")
    parser.add_argument("--times", type=int, default=5, help="how often each is measured; medians are shown")
    parser.add_argument("--folder", type=Path, help="where the files are kept; left out, they are removed at the end")
    parser.add_argument("--readme", action="store_true", help="write the table into the README, between its marks")
    asked = parser.parse_args(words)
    sizes = asked.entries or [1_000_000]
    if min(sizes) < SMALLEST or asked.times < 1:
        parser.error(f"--entries is at least {SMALLEST:,} and --times at least 1")
    if asked.readme and asked.only:
        parser.error("--readme writes the whole table: leave out --only")
    names = [name for name in MEASURES if not asked.only or name in asked.only]
    with tempfile.TemporaryDirectory(prefix="reckon-benchmarks-") as temporary:
        folder = (asked.folder or Path(temporary)).resolve()
        columns = [measured(folder, entries, names, asked.times) for entries in sizes]
    report = f"{table(sizes, columns)}\n\n{conditions(asked.times)}\n"
    sys.stdout.write(report)
    if asked.readme:
        README.write_text(written_into(README.read_text(encoding="utf-8"), report), encoding="utf-8")


if __name__ == "__main__":
    main()
