"""Questions over random agencies, and what both calculations say to them while nothing is broken."""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter
from types import CodeType, FrameType, MappingProxyType

import duckdb
import pyarrow as pa

from assistant.agency.periods import Period
from assistant.calculation import calculate
from assistant.facts import Facts
from assistant.metrics.catalogue import METRICS, shown_metrics
from assistant.metrics.definition import Metric
from assistant.query import Query
from assistant.result import Result
from assistant.verification import recount
from assistant.verification_cells import Recount, by_period, check
from assistant.verification_engine import SEALED, Engine
from tests.fakes import KeepingView, authorised_by
from tests.random_agency import TODAY, Tables, settings_of
from tests.random_agency_rare import bare, rare_agency
from tests.random_agency_together import side_by_side
from tests.random_queries import random_filter, random_query

HERE = Path(__file__).resolve().parents[2]

Function = tuple[str, str]
"""A file, relative to the project, and the qualified name of a function in it."""

SHELL_DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "tracked_hours": METRICS["tracked_hours"].by,
    "absence_hours": ("category",),
    "weighted_pipeline": METRICS["weighted_pipeline"].by,
    "budget_total": METRICS["budget_total"].by,
    "receivables": ("invoice", "ageing"),
}
"""Every dimension there is, with the metrics whose slices know it."""
ITEMS_NAMED = {"budget_total": (("budget", "budget_type"), ("project", "client"))}
"""Filters that ask together of finished budgets too, because one of them names budgets or projects."""

SIDE_BY_SIDE = 6
"""How many random agencies make one of the trial: it holds what one holds too seldom, and takes little longer."""

CLOSEST, CASES_OF_CLOSE = 4, 6
"""How many of the metrics that do little else are asked first, and how often each."""

WHOLE = Period(TODAY - timedelta(days=120), TODAY + timedelta(days=60), "all of it")
UNTIL_TODAY = Period(TODAY - timedelta(days=120), TODAY, "until today")
UNTIL_SUNDAY = Period(TODAY - timedelta(days=120), TODAY - timedelta(days=4), "until a Sunday")
EARLY = Period(TODAY - timedelta(days=120), TODAY - timedelta(days=66), "early on")
FINEST = (WHOLE, UNTIL_TODAY, UNTIL_SUNDAY, EARLY)
"""The periods of the finest questions, agency by agency."""
AT_AN_EDGE = "at an edge"
"""What those periods are called that begin and end where something in the agency does."""
EDGES = 6
"""How many such questions of each metric each agency is asked."""
IN_SIGHT = (TODAY - timedelta(days=150), TODAY + timedelta(days=75))


def agency(seed: int) -> Tables:
    """Some random agencies side by side; one alone, for what others beside it would hide; then, each alone,
    one of rare cases and some that lack whole tables."""
    if seed < len(FINEST):
        return side_by_side(seed, 1 if seed == len(FINEST) - 1 else SIDE_BY_SIDE)
    return rare_agency(seed) if seed == len(FINEST) else bare(seed)


@cache
def view_of(seed: int) -> KeepingView:
    """All of an agency, under settings of its own; its columns are made once."""
    return KeepingView(agency(seed), settings_of(seed), key=f"agency {seed} of the trial")


@dataclass(frozen=True)
class Case:
    """One question over one agency."""

    seed: int
    query: Query

    @property
    def metric(self) -> str:
        """The metric asked for."""
        return self.query.metrics[0]

    @property
    def dimensions(self) -> frozenset[str]:
        """What it groups and filters by."""
        return frozenset((*self.query.by, *(one.field for one in self.query.where)))

    def closer(self) -> "Iterator[Case]":
        """The same by one dimension at a time: what shows in no pair of them may show in one."""
        for by in ((), *((one,) for one in METRICS[self.metric].by)):
            yield Case(self.seed, Query((self.metric,), self.query.period, by=by, every_item=True))

    def facts(self) -> Facts:
        """Its facts, made anew so that nothing is remembered of a broken run."""
        return Facts(authorised_by(view_of(self.seed), self.query), TODAY)

    def calculated(self) -> Result:
        """What pandas says."""
        facts = self.facts()
        return calculate(facts.authorised, facts)

    @property
    def asked(self) -> list[tuple[Metric, Period]]:
        """Every metric it shows, in every period it asks about."""
        periods = [self.query.period, *([self.query.against.period] if self.query.against else [])]
        metrics = shown_metrics([METRICS[self.metric]])
        return [(metric, period) for period in periods for metric in metrics]

    def recounted(self, engine: Engine) -> list[Recount]:
        """What the reference says of each of them."""
        return [recount(engine, metric, self.query, period, self.facts()) for metric, period in self.asked]

    def agree(self, result: Result, recounts: Sequence[Recount]) -> bool:
        """Whether every cell is the same."""
        pairs = [(shown, metric) for shown in by_period(result, self.query) for metric in result.metrics]
        return not any(
            check(shown, metric, recounted).differing
            for (shown, metric), recounted in zip(pairs, recounts, strict=True)
        )


@dataclass(frozen=True)
class Settled:
    """A case with both answers, which agree."""

    case: Case
    result: Result
    recounts: tuple[Recount, ...]


Place = tuple[str, int]
"""A case by the name of its metric and its place among the metric's cases."""


@dataclass(frozen=True)
class Baseline:
    """The cases of each metric, which functions each runs, and how long it takes."""

    cases: Mapping[str, tuple[Case, ...]]
    runs: Mapping[str, frozenset[Function]]
    seconds: Mapping[str, float]

    def places(self, metrics: Collection[str], dimensions: Collection[str] = ()) -> list[Place]:
        """The cases of some metrics: another metric and another agency with each step.

        Those that run the fewest functions come first, some cases of each: what is broken is most of them. Then one of
        each other in turn, those that run the most functions first.
        """
        close = sorted(metrics, key=lambda name: (len(self.runs.get(name, ())), self.seconds.get(name, 0.0)))
        rich = sorted(close[CLOSEST:], key=lambda name: -len(self.runs.get(name, ())))
        near = [self._from(name, step, dimensions) for step, name in enumerate(close[:CLOSEST])]
        far = [self._from(name, step, dimensions) for step, name in enumerate(rich, start=CLOSEST)]
        return [
            *_in_turn([places[:CASES_OF_CLOSE] for places in near]),
            *_in_turn([*far, *(places[CASES_OF_CLOSE:] for places in near)]),
        ]

    def _from(self, name: str, first: int, dimensions: Collection[str]) -> list[Place]:
        """The cases of a metric that group or filter by one of the dimensions, all if none, beginning at another."""
        cases = self.cases[name]
        found = [(name, number) for number, one in enumerate(cases) if not dimensions or one.dimensions & {*dimensions}]
        finest = [one for one in found if cases[one[1]].query.period in FINEST]
        edges = [one for one in found if cases[one[1]].query.period.label == AT_AN_EDGE]
        first %= len(finest) or 1
        others = [one for one in found if one not in {*finest, *edges}]
        return finest[first:] + finest[:first] + edges + others

    def of_the_shells(self) -> list[Place]:
        """The cases that group and filter in every way there is, in no order."""
        found = [
            (name, number)
            for name, cases in self.cases.items()
            for number, one in enumerate(cases)
            if name in SHELL_DIMENSIONS and one.query.period == WHOLE and not one.query.every_item
        ]
        Random(len(found)).shuffle(found)  # noqa: S311 - the same order on every run
        return found


def _in_turn(of_each: Sequence[Sequence[Place]]) -> Iterator[Place]:
    """The first of each, then the second of each, and so on."""
    longest = max((len(places) for places in of_each), default=0)
    return (places[step] for step in range(longest) for places in of_each if step < len(places))


def cases(metric: Metric, seeds: Sequence[int], questions: int) -> Iterator[Case]:
    """One question to each agency over everything, as finely as it goes; after those, some by chance."""
    finely = tuple(one for one in ("day",) if one in metric.by)
    for place, seed in enumerate(seeds):
        # Two breakdowns at a time, as far apart as the agencies allow.
        two = (metric.by[turn * len(metric.by) // (2 * len(seeds))] for turn in (2 * place, 2 * place + 1))
        by = tuple(dict.fromkeys((*two, *finely)))
        yield Case(seed, Query((metric.name,), FINEST[place % len(FINEST)], by=by, every_item=True))
    for seed in seeds:
        tables, settings = agency(seed), settings_of(seed)
        chance = Random(f"{metric.name} {seed}")  # noqa: S311 - the same questions on every run
        for _ in range(questions - 1):
            yield Case(seed, random_query(metric, tables, settings.calendar, chance))


def edge_cases(metric: Metric, seeds: Sequence[int]) -> Iterator[Case]:
    """Periods that begin and end on days on which something of what the metric reads begins or ends, or beside them."""
    finely = tuple(one for one in ("day",) if one in metric.by)
    for turn in range(EDGES):
        for seed in seeds:
            chance = Random(f"edge {turn} {metric.name} {seed}")  # noqa: S311 - the same questions on every run
            days = _days_of(metric, seed)
            last = chance.choice(days) + timedelta(days=chance.choice((0, 0, 1, -1)))
            first = chance.choice([None, *(one for one in days if one <= last)])
            by = tuple(dict.fromkeys((*chance.sample(metric.by, min(2, len(metric.by))), *finely)))
            yield Case(seed, Query((metric.name,), Period(first, last, AT_AN_EDGE), by=by, every_item=True))


def _days_of(metric: Metric, seed: int) -> list[date]:
    """The days that stand in what a metric reads, within sight of today; a column with few days has its full share."""
    found = [TODAY]
    for table, columns in metric.reads.items():
        for name in columns:
            days = _days_in(seed, table, name)
            found += Random(len(found)).sample(days, min(12, len(days)))  # noqa: S311 - as above
    return sorted(found)


@cache
def _days_in(seed: int, table: str, column: str) -> list[date]:
    """The days within sight in one column of an agency; none where it holds something else."""
    rows = agency(seed)[table].column(column)
    days = set(rows.to_pylist()) - {None} if rows.type == pa.date32() else set()
    return sorted(one for one in days if IN_SIGHT[0] <= one <= IN_SIGHT[1])


def shell_cases(metric: Metric, seeds: Sequence[int]) -> Iterator[Case]:
    """Every dimension to group by, to keep some of and to leave some out, over cheap metrics that have it."""
    for dimension in SHELL_DIMENSIONS.get(metric.name, ()):
        for place, seed in enumerate(seeds):
            tables, settings = agency(seed), settings_of(seed)
            chance = Random(f"{dimension} {seed}")  # noqa: S311 - the same questions on every run
            chosen = random_filter(dimension, tables, settings.calendar, chance)
            where = () if place % 3 == 0 else (replace(chosen, negated=place % 3 == 1),)
            by = () if place % 3 == 2 else (dimension,)
            yield Case(seed, Query((metric.name,), WHOLE, by=by, where=where))
    for fields in ITEMS_NAMED.get(metric.name, ()):
        for seed in seeds:
            tables, settings = agency(seed), settings_of(seed)
            chance = Random(f"{fields} {seed}")  # noqa: S311 - the same questions on every run
            filters = [random_filter(one, tables, settings.calendar, chance) for one in fields]
            yield Case(seed, Query((metric.name,), WHOLE, where=tuple(replace(one, negated=False) for one in filters)))


def baseline(
    seeds: Sequence[int],
    questions: int,
    metrics: Sequence[str] = (),
    known: Mapping[str, tuple[frozenset[Function], float]] = MappingProxyType({}),
) -> Baseline:
    """Make all cases, and run the finest of each metric, unless it is known, to see which functions it needs."""
    made: dict[str, tuple[Case, ...]] = {}
    runs: dict[str, frozenset[Function]] = {}
    seconds: dict[str, float] = {}
    with engine_of_its_own() as engine:
        for name in metrics or METRICS:
            finest = list(cases(METRICS[name], seeds, questions))
            made[name] = (*finest, *shell_cases(METRICS[name], seeds), *edge_cases(METRICS[name], seeds))
            runs[name], seconds[name] = known.get(name) or _watched(finest[0], engine)
    return Baseline(made, runs, seconds)


def _watched(case: Case, engine: Engine) -> tuple[frozenset[Function], float]:
    """The functions a case runs, and for how long."""
    watch = _Watch()
    began = perf_counter()
    with watch:
        case.calculated()
        case.recounted(engine)
    return frozenset(watch.called), perf_counter() - began


def settled(case: Case, engine: Engine) -> Settled | None:
    """Both answers to a case; None, and a word about it, where they disagree."""
    result = case.calculated()
    recounts = case.recounted(engine)
    if not case.agree(result, recounts):
        sys.stderr.write(f"They disagree before anything is broken: {case}\n")
        return None
    return Settled(case, replace(result, slices={}), tuple(recounts))


@contextmanager
def engine_of_its_own() -> Iterator[Engine]:
    """An engine for one process, which takes no more of the machine than that; its threads live on in no other."""
    engine = Engine(duckdb.connect(":memory:", config={**SEALED, "threads": "1", "memory_limit": "4GB"}))
    with engine.connection:
        yield engine


@cache
def source(file: str) -> str:
    """The text of a file as it was when it was first asked for, whoever edits it meanwhile."""
    return (HERE / file).read_text(encoding="utf-8")


class _Watch:
    """Notes which of our functions are called."""

    def __init__(self) -> None:
        self.called: set[Function] = set()
        self.seen: set[CodeType] = set()

    def __enter__(self) -> None:
        sys.setprofile(self._note)

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event != "call" or code in self.seen:
            return
        self.seen.add(code)
        path = Path(code.co_filename)
        if path.is_relative_to(HERE / "assistant"):
            self.called.add((str(path.relative_to(HERE)), code.co_qualname.split(".<locals>")[0]))
