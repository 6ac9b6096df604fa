"""How well other words find their metric: thresholds set on one half of the cases, reported on the other.

python -m benchmarks.paraphrases            both halves, as the planner answers
python -m benchmarks.paraphrases --set      what each pair of thresholds would do on the first half
python -m benchmarks.paraphrases --vectors  the vectors of the metrics' words made anew, after words were added
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.embedding.known import FILE, write
from assistant.metrics.catalogue import METRICS
from assistant.planning.paraphrase import Near, is_sure, nearest, offered, own_words
from benchmarks.processes import ROOT

CASES = Path(__file__).with_name("paraphrases.txt")


@dataclass(frozen=True)
class Case:
    """What somebody says, and the metrics that would do; none where nothing measured is meant."""

    said: str
    metrics: frozenset[str]


def cases() -> list[Case]:
    """All cases, in the order in which they stand."""
    lines = [one for one in CASES.read_text(encoding="utf-8").splitlines() if one and not one.startswith("#")]
    pairs = [one.split(" = ") for one in lines]
    return [Case(said, frozenset(meant.split(" | ")) - {"-"}) for said, meant in pairs]


def halves() -> tuple[list[Case], list[Case]]:
    """The cases that set the thresholds, and those they are reported on."""
    return cases()[::2], cases()[1::2]


def ended(case: Case, ranked: Sequence[Near]) -> str:
    """What becomes of a case, seen from the person who asks."""
    if is_sure(ranked):
        return "answered right" if ranked[0].metric in case.metrics else "answered wrong"
    options = offered(ranked)
    if options:
        right = case.metrics & set(options)
        return (
            "asked, right among the options"
            if right
            else "asked, right not among the options"
            if case.metrics
            else "asked for nothing"
        )
    return "unsupported, though measured" if case.metrics else "unsupported, rightly"


def report(name: str, half: Sequence[Case]) -> Iterator[str]:
    """The lines of one half."""
    counted = Counter(ended(one, nearest(one.said, tuple(METRICS))) for one in half)
    yield f"{name}: {len(half)} cases"
    yield from (f"  {count:4d}  {what}" for what, count in sorted(counted.items()))


def trials(half: Sequence[Case]) -> Iterator[str]:
    """What each pair of thresholds would answer, and how much of it wrongly."""
    ranked = [(one, nearest(one.said, tuple(METRICS))) for one in half]
    for sure in (0.6, 0.65, 0.7, 0.72, 0.75, 0.8):
        for apart in (0.0, 0.05, 0.1, 0.15, 0.2):
            found = [
                (case, near)
                for case, near in ranked
                if near[0].metric and near[0].score >= sure and near[0].score - near[1].score >= apart
            ]
            wrong = sum(near[0].metric not in case.metrics for case, near in found)
            yield f"sure {sure:.2f}, apart {apart:.2f}: {len(found)} answered, {wrong} wrong"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="store_true", help="thresholds tried on the first half")
    parser.add_argument("--vectors", action="store_true", help="make the vectors of the metrics' words anew")
    asked = parser.parse_args(arguments)
    if asked.vectors:
        write(own_words(), ROOT / "assistant" / "embedding" / FILE)
        return
    setting, reporting = halves()
    lines = trials(setting) if asked.set else (*report("set on", setting), *report("reported on", reporting), _speed())
    sys.stdout.write("\n".join(lines) + "\n")


def _speed() -> str:
    taken = []
    for one in cases():
        began = time.perf_counter()
        nearest(one.said, tuple(METRICS))
        taken.append((time.perf_counter() - began) * 1000)
    return f"the nearest metric in {statistics.median(taken):.1f} ms (median)"


if __name__ == "__main__":
    main()
