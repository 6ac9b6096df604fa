"""Every line of the table: what is measured, in which unit, and what it should come to at a million entries."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import Ran, middle, run

UTILIZATION = "utilization by person last quarter"
REVENUE = "revenue by client by month"
METRICS = {UTILIZATION: "billable_utilization", REVENUE: "revenue"}
MILLISECONDS, MICROSECONDS, MEBIBYTES = 1e-3, 1e-6, 2.0**20
INGESTS = 3


@dataclass(frozen=True)
class Line:
    """One number: `value` in seconds, bytes or as a ratio, and the aim in words where there is one."""

    what: str
    value: float
    unit: str
    aim: str = ""

    @property
    def shown(self) -> str:
        """The number as the table has it."""
        scale = {"ms": MILLISECONDS, "µs": MICROSECONDS, "MiB": MEBIBYTES}.get(self.unit, 1)
        value = self.value / scale
        digits = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004 - three digits are enough
        return f"{value:,.{digits}f} {self.unit}".strip()


@dataclass(frozen=True)
class Place:
    """Where the files of one size lie, made when first needed."""

    folder: Path
    entries: int
    times: int

    @property
    def export(self) -> Path:
        """The CSV files."""
        if not (self.folder / "export" / "entries.txt").exists():
            run("benchmarks.agency", self.folder / "export", str(self.entries))
        return self.folder / "export"

    @property
    def workspace(self) -> Path:
        """The same, ingested."""
        if not (self.folder / "workspace" / "snapshots" / "current").exists():
            run("assistant", "ingest", self.export, "-w", self.folder / "workspace")
        return self.folder / "workspace"


def ingest(place: Place) -> Iterator[Line]:
    """Files to a snapshot, next to DuckDB making Parquet of the same files."""
    export, ours, theirs = place.export, place.folder / "ingested", place.folder / "bare"
    ran, bare = [], []
    for _ in range(min(place.times, INGESTS)):
        shutil.rmtree(ours, ignore_errors=True)
        shutil.rmtree(theirs, ignore_errors=True)
        ran.append(run("assistant", "ingest", export, "-w", ours))
        bare.append(run("benchmarks.bare", "ingest", export, theirs))
    shutil.rmtree(ours)
    shutil.rmtree(theirs)
    yield from _against("ingest", ran, "DuckDB, CSV to Parquet", bare, "< 3 ×")


def cold(place: Place) -> Iterator[Line]:
    """A question asked of a process that has to start, next to pandas and DuckDB computing the same."""
    workspace = place.workspace
    for question, metric in METRICS.items():
        ran, bare = [], []
        for _ in range(place.times):
            ran.append(run("assistant", "ask", question, "-w", workspace, "--json"))
            bare.append(run("benchmarks.bare", "ask", metric, workspace))
        yield from _against(f"cold `reckon ask`, {question}", ran, "bare pandas and DuckDB", bare, "< 2 ×")


def _against(what: str, ran: list[Ran], other: str, bare: list[Ran], aim: str) -> Iterator[Line]:
    seconds, without = middle(ran, _seconds), middle(bare, _seconds)
    yield Line(what, seconds, "s")
    yield Line(f"… {other}", without, "s")
    yield Line("… ratio", seconds / without, "×", aim)
    processor, bare_processor = middle(ran, _processor), middle(bare, _processor)
    yield Line("… processor time", processor, "s")
    yield Line(f"… processor time, {other}", bare_processor, "s")
    yield Line("… ratio of processor time", processor / bare_processor, "×")
    yield Line("… peak memory", middle(ran, _peak), "MiB")
    yield Line(f"… peak memory, {other}", middle(bare, _peak), "MiB")


def _seconds(ran: Ran) -> float:
    return ran.seconds


def _processor(ran: Ran) -> float:
    return ran.processor


def _peak(ran: Ran) -> float:
    return ran.peak


def warm(place: Place) -> Iterator[Line]:
    """A question asked again of a process that stays, verified each time; and when it is asked first."""
    workspace = place.workspace
    for question, again, first in ((UTILIZATION, "< 50 ms", ""), (REVENUE, "< 150 ms", "< 2.5 s")):
        ran = run("benchmarks.inside", "warm", workspace, str(place.times), question)
        found = json.loads(ran.out)
        yield Line(f"warm answer, {question}", found["again"], "ms", again)
        yield Line("… processor time", found["again_processor"], "ms")
        yield Line("… when first asked", found["first"], "s", first)
        yield Line("… processor time", found["first_processor"], "s")
        yield Line("… peak memory", ran.peak, "MiB")


def planning(place: Place) -> Iterator[Line]:
    """From words to a plan, over questions of every kind."""
    found = json.loads(run("benchmarks.inside", "planning", place.workspace, str(place.times)).out)
    yield Line(f"planning, median of {found['questions']:.0f} questions", found["median"], "µs")
    yield Line("… the slowest of them", found["slowest"], "µs")


MEASURES: Mapping[str, Callable[[Place], Iterator[Line]]] = {
    "ingest": ingest,
    "cold": cold,
    "warm": warm,
    "planning": planning,
}
