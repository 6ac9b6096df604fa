"""What the slices of a metric are while nothing is broken, and whether a fault changes them.

Most faults in a metric change its slices or change nothing at all: whoever knows the sound slices need not ask both
calculations to see which. Slices that are no others make no other number, whatever is asked of them.
"""

from collections.abc import Hashable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import cast

import duckdb
import pandas as pd

from assistant.facts import AuthorisedRows
from assistant.kept import Kept
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric, MetricFacts
from assistant.metrics.reference import load
from assistant.verification_cells import Recount
from assistant.verification_engine import Engine, hand_over
from tests.mutation.cases import Case, Settled, settled

MOST_ROWS = 6_000_000
"""How many rows of sound slices are kept, of all metrics together."""
MOST_LAID_OUT = 80
"""How many metrics and agencies stay laid out in the engine, with every view they stand on."""
A_FRAME = 1_000
"""What a frame weighs besides its rows, in rows."""

_ALIKE = """SELECT (SELECT count(*) FROM {one}) = (SELECT count(*) FROM {other})
AND NOT EXISTS (FROM (SELECT * FROM {one} EXCEPT ALL SELECT * FROM {other}))"""

Key = tuple[Hashable, ...]
Frames = Mapping[Key, pd.DataFrame]
"""Slices by what was asked of them: the agency, the metric, the days."""


@dataclass(frozen=True)
class LaidOut:
    """The views of one metric's reference as tables, each as it is while nothing is broken."""

    cursor: duckdb.DuckDBPyConnection
    names: Mapping[str, str]
    """The table of each file of the reference."""

    @classmethod
    def of(cls, metric: Metric, rows: AuthorisedRows, engine: Engine) -> "LaidOut":
        """Work them all out, each after those it stands on."""
        cursor, reference = engine.connection.cursor(), load(metric.name)
        hand_over(cursor, rows)
        for name, text in reference.views:
            cursor.execute(f"CREATE TEMP TABLE {name} AS {text}")
        cursor.execute(f"CREATE TEMP TABLE slices_in_all AS {reference.select}")
        views = {f"views/{name}.sql": name for name, _ in reference.views}
        return cls(cursor, {**views, f"{metric.name}.sql": "slices_in_all"})

    def is_changed(self, file: str, text: str) -> bool:
        """Whether another text of one file has another outcome, or none."""
        if file not in self.names:
            return False
        sound = self.names[file]
        try:
            self.cursor.execute(f"CREATE OR REPLACE TEMP TABLE planted AS {text}")
            if self._columns(sound) != self._columns("planted"):
                return True
            return self.cursor.execute(_ALIKE.format(one=sound, other="planted")).fetchall() != [(True,)]
        except duckdb.Error:
            # Whether it breaks an answer is seen where it is asked for.
            return True

    def _columns(self, table: str) -> list[str]:
        """What the columns of a table are called: whoever stands on a view asks for them by name."""
        return [str(name) for name, *_ in self.cursor.execute(f"DESCRIBE {table}").fetchall()]


@dataclass(eq=False)
class Sites:
    """Sound slices on both sides, and the cases settled so far; each is worked out once."""

    engine: Engine
    settled: dict[Case, Settled | None] = field(default_factory=dict)
    _recounts: dict[Case, list[Recount]] = field(default_factory=dict)
    _frames: Kept[pd.DataFrame] = field(default_factory=lambda: Kept(MOST_ROWS, lambda one: len(one) + A_FRAME))
    _laid_out: Kept[LaidOut] = field(
        default_factory=lambda: Kept(MOST_LAID_OUT, lambda _: 1, lambda one: one.cursor.close())
    )

    def settle(self, case: Case) -> Settled | None:
        """Both answers while nothing is broken; None, and a word about it, where the two already disagree."""
        if case not in self.settled:
            with computing(self.frames(case)):
                self.settled[case] = settled(case, self.engine)
        return self.settled[case]

    def recounts(self, case: Case) -> list[Recount]:
        """What the reference says while nothing is broken."""
        if case not in self._recounts:
            self._recounts[case] = case.recounted(self.engine)
        return self._recounts[case]

    def frames(self, case: Case) -> dict[Key, pd.DataFrame]:
        """The sound slices of all that a case asks for."""
        return {rows.key: self._frame(metric, rows) for metric, rows in asked_of(case)}

    def _frame(self, metric: Metric, rows: AuthorisedRows) -> pd.DataFrame:
        return self._frames.get(rows.key, lambda: metric.compute(cast("MetricFacts", rows)))

    def is_changed(self, case: Case, file: str, text: str) -> bool:
        """Whether another text of a file of the reference changes anything a case stands on."""
        return any(
            self._laid_out.get(rows.key, partial(LaidOut.of, metric, rows, self.engine)).is_changed(file, text)
            for metric, rows in asked_of(case)
        )

    def tables(self, case: Case) -> list[str]:
        """The tables in which the slices of all that a case asks for lie, as the reference has them now."""
        return [self.engine.slices(metric, rows).table for metric, rows in asked_of(case)]

    def are_alike(self, one: str, other: str) -> bool:
        """Whether two such tables hold the same rows."""
        return self.engine.connection.execute(_ALIKE.format(one=one, other=other)).fetchall() == [(True,)]


def asked_of(case: Case) -> Iterator[tuple[Metric, AuthorisedRows]]:
    """Every metric a case shows, in every period it asks about, with the rows it is made of."""
    facts = case.facts()
    for metric, period in case.asked:
        yield metric, facts.of(metric, period)


def is_the_same(sound: Recount, other: Recount) -> bool:
    """Whether two counts of the reference come to the same cells, as two calculations have to."""
    if sound.parts(None) != other.parts(None):
        return False
    both = sound.keys & other.keys
    return (
        all(sound.parts(key) == other.parts(key) for key in both)
        and not any(any(sound.parts(key)) for key in sound.keys - both)
        and all(other.parts(key) == other.nothing(key) for key in other.keys - both)
    )


@contextmanager
def computing(frames: Frames) -> Iterator[None]:
    """The metrics of the glossary with slices worked out before, for whoever asks for their slices."""
    glossary = cast("dict[str, Metric]", METRICS)
    with ExitStack() as stack:
        for name in {str(key[1]) for key in frames}:
            sound = METRICS[name]
            glossary[name] = replace(sound, compute=lambda rows: frames[cast("AuthorisedRows", rows).key])
            stack.callback(glossary.__setitem__, name, sound)
        yield
