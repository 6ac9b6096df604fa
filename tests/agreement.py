"""Whether both calculations agree over many random agencies: `python -m tests.agreement [--agencies 50]`.

Every metric is asked of every agency in all, as finely as it goes, and some ways by chance. Prints what differs, and
how many questions and cells there were.
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
from tests.fakes import authorised
from tests.mutation.cases import cases
from tests.random_agency import TODAY, random_agency, settings_of
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


def questions(name: str, seed: int, by_chance: int) -> Iterator[Query]:
    """One question in all, one as finely as it goes, and some by chance."""
    [finely] = cases(METRICS[name], [seed], 1)
    yield Query((name,), finely.query.period, every_item=True)
    yield finely.query
    tables, settings = random_agency(seed), settings_of(seed)
    chance = Random(f"agreement {name} {seed}")  # noqa: S311 - the same questions on every run
    for _ in range(by_chance):
        yield random_query(METRICS[name], tables, settings.calendar, chance)


def ask(query: Query, seed: int, count: Count) -> None:
    """Count one question twice."""
    given = Facts(authorised(query, random_agency(seed), settings_of(seed)), TODAY)
    found = verify(calculate(given.authorised, given), given.authorised, given)
    count.questions += 1
    if not isinstance(found, Verified | Disagreed):
        raise TypeError(f"Neither verified nor in disagreement: {found}")
    if isinstance(found, Disagreed):
        count.differing += 1
        sys.stdout.write(f"agency {seed}: {query}\n  {found.disagreements[:3]}\n")
    count.cells += found.cells


def main(words: Sequence[str] | None = None) -> None:
    """Ask, and report; the exit status is 1 if anything differed."""
    parser = argparse.ArgumentParser(prog="python -m tests.agreement", description=__doc__)
    parser.add_argument("--agencies", type=int, default=50, help="how many random agencies")
    parser.add_argument("--first", type=int, default=0, help="the number of the first agency")
    parser.add_argument("--by-chance", type=int, default=1, help="how many questions of each metric are left to chance")
    parser.add_argument("--metrics", nargs="*", default=list(METRICS), help="only these metrics")
    wanted = parser.parse_args(words)
    count, began = Count(), monotonic()
    for done, seed in enumerate(range(wanted.first, wanted.first + wanted.agencies), start=1):
        for name in wanted.metrics:
            for query in questions(name, seed, wanted.by_chance):
                ask(query, seed, count)
        left = (monotonic() - began) / done * (wanted.agencies - done) / 60
        sys.stderr.write(f"{done} of {wanted.agencies} agencies, {left:.0f} min left: {count.said}\n")
    sys.stdout.write(f"{wanted.agencies} agencies, {len(wanted.metrics)} metrics: {count.said}\n")
    sys.exit(bool(count.differing))


if __name__ == "__main__":
    main()
