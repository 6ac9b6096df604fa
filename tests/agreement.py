"""Whether both calculations agree over many random agencies: `python -m tests.agreement [--agencies 50]`.

Every metric is asked in all, as finely as it goes, and some ways by chance, of five agencies side by side at a time
(`--together 1`: of each alone). Prints what differs, and how many questions and cells there were.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from time import monotonic

from assistant.calculation import calculate
from assistant.facts import Facts
from assistant.metrics.catalogue import METRICS
from assistant.query import Query
from assistant.verification import Disagreed, Verified, verify
from tests.fakes import KeepingView, authorised_by
from tests.mutation.cases import FINEST
from tests.random_agency import TODAY, settings_of
from tests.random_agency_together import side_by_side
from tests.random_queries import random_query


@dataclass
class Count:
    """How many questions were asked, how many cells were counted twice, and what differed."""

    questions: int = 0
    cells: int = 0
    differing: int = 0

    @property
    def said(self) -> str:
        """In one sentence."""
        return f"{self.questions:,} questions, {self.cells:,} cells, {self.differing} disagreements."


def questions(name: str, seed: int, view: KeepingView, by_chance: int) -> Iterator[Query]:
    """One question in all, one as finely as it goes, and some by chance."""
    metric = METRICS[name]
    by = tuple(dict.fromkeys((metric.by[seed % len(metric.by)], *(one for one in ("day",) if one in metric.by))))
    period = FINEST[seed % len(FINEST)]
    yield Query((name,), period, every_item=True)
    yield Query((name,), period, by=by, every_item=True)
    chance = Random(f"agreement {name} {seed}")  # noqa: S311 - the same questions on every run
    for _ in range(by_chance):
        yield random_query(metric, view.tables, view.calendar, chance)


def ask(query: Query, view: KeepingView, count: Count) -> None:
    """Count one question twice."""
    given = Facts(authorised_by(view, query), TODAY)
    found = verify(calculate(given.authorised, given), given.authorised, given)
    count.questions += 1
    if not isinstance(found, Verified | Disagreed):
        raise TypeError(f"Neither verified nor in disagreement: {found}")
    if isinstance(found, Disagreed):
        count.differing += 1
        sys.stdout.write(f"{view.key}: {query}\n  {found.disagreements[:3]}\n")
    count.cells += found.cells


def main(words: Sequence[str] | None = None) -> None:
    """Ask, and report; the exit status is 1 if anything differed."""
    parser = argparse.ArgumentParser(prog="python -m tests.agreement", description=__doc__)
    parser.add_argument("--agencies", type=int, default=50, help="how many random agencies")
    parser.add_argument("--first", type=int, default=0, help="the number of the first agency")
    parser.add_argument("--by-chance", type=int, default=1, help="how many questions of each metric are left to chance")
    parser.add_argument("--metrics", nargs="*", default=list(METRICS), help="only these metrics")
    parser.add_argument("--together", type=int, default=5, help="how many agencies are asked about side by side")
    wanted = parser.parse_args(words)
    count, began = Count(), monotonic()
    size, groups = wanted.together, -(-wanted.agencies // wanted.together)
    for done, number in enumerate(range(wanted.first // size, wanted.first // size + groups), start=1):
        # Slices are kept for the next question about the same agency, as they are where people ask.
        key = f"agencies {number * size} to {(number + 1) * size - 1}"
        view = KeepingView(side_by_side(number, size), settings_of(number), key=key)
        for name in wanted.metrics:
            for query in questions(name, number, view, wanted.by_chance):
                ask(query, view, count)
        left = (monotonic() - began) / done * (groups - done) / 60
        sys.stderr.write(f"{done * size} of {groups * size} agencies, {left:.0f} min left: {count.said}\n")
    sys.stdout.write(f"{groups * size} agencies, {len(wanted.metrics)} metrics: {count.said}\n")
    sys.exit(bool(count.differing))


if __name__ == "__main__":
    main()
