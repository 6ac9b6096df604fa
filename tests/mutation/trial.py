"""Every fault against the cases it could change: withheld, a crash, too slow to be used, or survived."""

import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from itertools import count
from types import FrameType
from typing import cast

import pandas as pd

from assistant import verification
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import MetricFacts, Timing
from assistant.metrics.reference import load
from assistant.verification import Found
from tests.mutation import sql_faults
from tests.mutation.cases import Baseline, Case, Place, source
from tests.mutation.planting import planted_entry, planted_python, planted_sql
from tests.mutation.python_faults import faults_in
from tests.mutation.sites import Frames, Key, Sites, asked_of, computing, is_the_same

REFERENCE = "assistant/metrics/reference"
SHELLS = {
    "assistant/calculation.py": "the pandas shell",
    "assistant/pieces.py": "the pandas shell",
    "assistant/verification.py": "the SQL shell",
}
BESIDE_THE_SHELLS = ("assistant/metrics/lookup.py",)
"""What metrics and the shell of pandas stand on alike."""
NOT_COUNTED = frozenset(
    {"assistant/metrics/definition.py", "assistant/metrics/catalogue.py", f"{REFERENCE}/__init__.py"}
)
SHELL_LISTS = "assistant/verification.py"
LISTS = ("JOINS", "STRETCHES", "FOUND", "THROUGHOUT", "BY_THEN", "OF_OPEN_ITEMS")
PATIENCE = 15
"""Seconds of computing after which a case that took a moment is taken for endless."""
MOST = 16
"""How many cases a fault has to survive: another agency each, so far as there are."""
MOST_OF_SHARED = 40
"""How many at most where metrics share what it stands in: one more for each of them."""
MORE_OF_A_SHELL = 5
"""How many times as many more for a fault in a shell, which every question runs through."""
MOST_CLOSER = 2
"""In how many cases of other slices and the same answer a fault is asked about by one dimension at a time."""
MOST_OF_EQUIVALENT = 4
"""How many a fault has to survive that is said to change nothing."""


class End(StrEnum):
    """What became of a fault."""

    WITHHELD = "withheld"
    CRASHED = "crashed"
    BY_HAND = "by hand"
    ENDLESS = "endless"
    EQUIVALENT = "equivalent"
    SURVIVED = "survived"


@dataclass(frozen=True)
class Fault:
    """One fault of either kind: whose it is, where it stands, which metrics run it, how it is planted."""

    owner: str
    side: str
    file: str
    place: str
    line: str
    what: str
    metrics: tuple[str, ...]
    plant: Callable[[], AbstractContextManager[None]]
    dimensions: frozenset[str] = frozenset()
    """Where it can only show in questions by one of these."""
    sql: tuple[str, str] | None = None
    """A fault in the reference: the file, and its text with the fault in it."""
    number: int = 1
    """Which of those it is that say the same of the same line."""

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" + (f" ({self.number})" if self.number > 1 else "") + f" in `{self.line}`"

    @property
    def name(self) -> str:
        """What it is called wherever its line moves to."""
        return f"{self.file} | {self.line} | {self.what} | {self.number}"


def faults(baseline: Baseline) -> list[Fault]:
    """Every fault of the metrics in the baseline, in pandas, in SQL and in both shells."""
    metrics = tuple(baseline.runs)
    found = [*_python(baseline), *_sql(metrics), *(_lists(metrics) if len(metrics) == len(METRICS) else ())]
    numbers: Counter[str] = Counter()
    return [replace(fault, number=_next(numbers, fault.name)) for fault in found]


def _next(numbers: Counter[str], name: str) -> int:
    numbers[name] += 1
    return numbers[name]


def _python(baseline: Baseline) -> Iterator[Fault]:
    files = sorted({file for functions in baseline.runs.values() for file, _ in functions})
    wanted = [file for file in files if file.startswith("assistant/metrics/") and file not in NOT_COUNTED]
    for file in [*wanted, *(SHELLS if len(baseline.runs) == len(METRICS) else ())]:
        lines = source(file).splitlines()
        for fault in faults_in(source(file), file):
            runs = tuple(name for name, found in baseline.runs.items() if (file, fault.function) in found)
            owner = SHELLS.get(file) or _owner(runs, file)
            side = "sql" if file == "assistant/verification.py" else "pandas"
            place = f"{file}:{fault.line} {fault.function}"
            if runs:
                line = lines[fault.line - 1].strip()
                yield Fault(owner, side, file, place, line, fault.what, runs, partial(planted_python, fault))


def _sql(metrics: Sequence[str]) -> Iterator[Fault]:
    files: dict[str, list[str]] = {}
    for name in metrics:
        for file in (f"{name}.sql", *(f"views/{view}.sql" for view, _ in load(name).views)):
            files.setdefault(file, []).append(name)
    for file, users in sorted(files.items()):
        path = f"{REFERENCE}/{file}"
        lines, owner = source(path).splitlines(), _owner(users, file)
        for fault in sql_faults.faults_in(source(path)):
            place, line = f"{path}:{fault.line}", lines[fault.line - 1].strip()
            plant = partial(planted_sql, file, fault.text)
            yield Fault(owner, "sql", path, place, line, fault.what, tuple(users), plant, sql=(file, fault.text))


def _lists(metrics: tuple[str, ...]) -> Iterator[Fault]:
    for name in LISTS:
        entries = getattr(verification, name)
        for key, entry in entries.items() if isinstance(entries, dict) else [(None, entries)]:
            text = entry.value if isinstance(entry, Found) else entry
            for fault in sql_faults.faults_in(text):
                new = Found(fault.text, entry.joins) if isinstance(entry, Found) else fault.text
                yield Fault(
                    "the SQL shell",
                    "sql",
                    SHELL_LISTS,
                    f"{SHELL_LISTS} {name}" + (f"[{key}]" if key else ""),
                    text.splitlines()[fault.line - 1].strip(),
                    fault.what,
                    _using(metrics, name, key),
                    partial(planted_entry, name, key, new),
                    _through(name, key),
                )


def _using(metrics: tuple[str, ...], name: str, key: str | None) -> tuple[str, ...]:
    """The metrics that come by an entry of the shell's lists."""
    if key in ("rates", "rates_at_end"):
        timing = {"rates": Timing.FLOW, "rates_at_end": Timing.STATE}[str(key)]
        every = name == "STRETCHES"
        return tuple(one for one in metrics if METRICS[one].is_money and (every or METRICS[one].timing is timing))
    if name == "OF_OPEN_ITEMS":
        return tuple(one for one in metrics if METRICS[one].open_items)
    return metrics


def _through(name: str, key: str | None) -> frozenset[str]:
    """The dimensions whose value is found through an entry."""
    if name == "FOUND":
        return frozenset({str(key)})
    return frozenset(one for one, found in verification.FOUND.items() if key in found.joins)


def _owner(metrics: Sequence[str], file: str) -> str:
    return metrics[0] if len(metrics) == 1 else f"shared: {file.removeprefix('assistant/metrics/')}"


def tried(
    fault: Fault, baseline: Baseline, sites: Sites, first: Place | None = None, most: int = MOST
) -> tuple[End, Place | None]:
    """What becomes of one fault, and the case that settled it: the first that is not as it was.

    `first` is tried before the others: the case that met the fault the last time.
    """
    shared = min(most + len(fault.metrics), MOST_OF_SHARED) if most > MOST_OF_EQUIVALENT else most
    places = baseline.places(fault.metrics, fault.dimensions)[: max(most, shared)]
    if fault.owner in SHELLS.values() and not fault.dimensions:
        places += baseline.of_the_shells()[: most * MORE_OF_A_SHELL]
    known = [first] if first and first[0] in fault.metrics and first[1] < len(baseline.cases[first[0]]) else []
    trial = Trial(fault, sites)
    for place in [*known, *(one for one in places if one != first)]:
        name, number = place
        end = trial.end_of(baseline.cases[name][number])
        if end is not End.SURVIVED:
            return end, place
    return End.SURVIVED, None


@dataclass
class Trial:
    """One fault, and what it makes of the slices so far."""

    fault: Fault
    sites: Sites
    frames: dict[Key, pd.DataFrame] = field(default_factory=dict)
    closer: "count[int]" = field(default_factory=count)

    def end_of(self, case: Case) -> End:
        """What becomes of the fault in one case."""
        notices = self._pandas if self.fault.side == "pandas" else self._reference if self.fault.sql else self._shell
        try:
            return End.WITHHELD if notices(case) else End.SURVIVED
        except TimeoutError:
            return End.ENDLESS
        except Exception:  # noqa: BLE001 - whatever broken code raises, it gives no number
            return End.CRASHED

    def _pandas(self, case: Case) -> bool:
        """Whether other slices, or the same in a broken shell, come to another answer than the reference."""
        in_shell = self.fault.file in (*SHELLS, *BESIDE_THE_SHELLS)
        sound = self.sites.frames(case)
        frames = sound if self.fault.file in SHELLS else self._slices(case)
        is_changed = not all(frames[key].equals(one) for key, one in sound.items())
        if not (is_changed or in_shell):
            return False
        plant = self.fault.plant if in_shell else nullcontext
        if self._differs(case, frames, plant):
            return True
        return is_changed and any(self._differs(one, frames, plant) for one in self._closer(case))

    def _closer(self, case: Case) -> Iterator[Case]:
        """The questions asked where other slices make the same answer, of the first such cases."""
        return case.closer() if next(self.closer) < MOST_CLOSER else iter(())

    def _differs(self, case: Case, frames: Frames, plant: Callable[[], AbstractContextManager[None]]) -> bool:
        settled = self.sites.settle(case)
        if settled is None:
            return False
        with plant(), computing(frames), _patience():
            return not case.agree(case.calculated(), settled.recounts)

    def _slices(self, case: Case) -> Frames:
        """The slices of all that a case asks for, with the fault in them; each is worked out once."""
        with self.fault.plant():
            for metric, rows in asked_of(case):
                if rows.key in self.frames:
                    continue
                with _patience():
                    self.frames[rows.key] = metric.compute(cast("MetricFacts", rows))
        return self.frames

    def _reference(self, case: Case) -> bool:
        """Whether another text of the reference comes to other slices, and these to another answer."""
        assert self.fault.sql is not None
        with _patience():
            if not self.sites.is_changed(case, *self.fault.sql):
                return False
        sound = self.sites.tables(case)
        with self.fault.plant(), _patience():
            planted = self.sites.tables(case)
        if all(self.sites.are_alike(one, other) for one, other in zip(sound, planted, strict=True)):
            return False
        return self._shell(case) or any(self._shell(one) for one in self._closer(case))

    def _shell(self, case: Case) -> bool:
        """Whether the reference, with the fault in it, comes to another answer than it does without."""
        sound = self.sites.recounts(case)
        with self.fault.plant(), _patience():
            planted = case.recounted(self.sites.engine)
        return not all(is_the_same(one, other) for one, other in zip(sound, planted, strict=True))


@contextmanager
def _patience() -> Iterator[None]:
    def give_up(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
