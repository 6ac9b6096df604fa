"""How well other words find their metric: thresholds set on one half of the cases, reported on the other.

python -m benchmarks.paraphrases          both halves, as the local model of meaning reads them
python -m benchmarks.paraphrases --set    what each set of thresholds would do on the first half
python -m benchmarks.paraphrases --learn  the vectors and weights made anew, after examples or other names were changed
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.embedding import embed
from assistant.embedding.known import FILE, write
from assistant.metrics.catalogue import METRICS
from assistant.planning.meaning import Meant, meant
from assistant.planning.paraphrase import CLEARLY, INSIDE, OFFERED, is_sure, offered
from benchmarks.learning import examples, learn
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
    return [Case(said, frozenset(named.split(" | ")) - {"-"}) for said, named in pairs]


def halves() -> tuple[list[Case], list[Case]]:
    """The cases that set the thresholds, and those they are reported on."""
    return cases()[::2], cases()[1::2]


def read(case: Case) -> Meant:
    """What a case means among all metrics."""
    return meant(case.said, tuple(METRICS))


def ended(case: Case, found: Meant) -> str:
    """What becomes of a case, seen from the person who asks."""
    if is_sure(found):
        return "answered right" if found.likely[0].metric in case.metrics else "answered wrong"
    if found.inside < INSIDE:
        return "unsupported, though measured" if case.metrics else "unsupported, rightly"
    if case.metrics & set(offered(found)[:OFFERED]):
        return "asked, right among the options"
    return "asked, right not among the options" if case.metrics else "asked for nothing"


def report(name: str, half: Sequence[Case]) -> Iterator[str]:
    """The lines of one half."""
    counted = Counter(ended(one, read(one)) for one in half)
    yield f"{name}: {len(half)} cases"
    yield from (f"  {count:4d}  {what}" for what, count in sorted(counted.items()))


def trials(half: Sequence[Case]) -> Iterator[str]:
    """What each set of thresholds would answer and offer, and how much of it wrongly."""
    found = [(one, read(one)) for one in half]
    for likely in (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        for near in (0.0, 0.6, 0.66, 0.72, 0.78):
            sure = [
                (case, one)
                for case, one in found
                if one.all_told >= likely and one.likely[0].score >= near and one.inside >= CLEARLY
            ]
            wrong = sum(one.likely[0].metric not in case.metrics for case, one in sure)
            yield f"likely {likely:.2f}, near {near:.2f}: {len(sure)} answered, {wrong} wrong"
    for inside in (-2.0, -1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0):
        kept = sum(one.inside >= inside for case, one in found if case.metrics)
        right = sum(
            one.inside >= inside and bool(case.metrics & set(offered(one)[:OFFERED]))
            for case, one in found
            if case.metrics
        )
        passed = sum(one.inside >= inside for case, one in found if not case.metrics)
        yield f"inside {inside:.1f}: {kept} measured offered, {right} with the right one; {passed} not measured offered"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="store_true", help="thresholds tried on the first half")
    parser.add_argument("--learn", action="store_true", help="make the vectors and the weights anew")
    asked = parser.parse_args(arguments)
    if asked.learn:
        owners, texts = zip(*examples(), strict=True)
        vectors = embed(texts)
        write(texts, owners, vectors, learn(vectors, owners), ROOT / "assistant" / "embedding" / FILE)
        return
    setting, reporting = halves()
    lines = trials(setting) if asked.set else (*report("set on", setting), *report("reported on", reporting), _speed())
    sys.stdout.write("\n".join(lines) + "\n")


def _speed() -> str:
    taken = []
    for one in cases():
        began = time.perf_counter()
        read(one)
        taken.append((time.perf_counter() - began) * 1000)
    return f"what a question means in {statistics.median(taken):.1f} ms (median)"


if __name__ == "__main__":
    main()
