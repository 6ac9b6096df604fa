"""The scorecard of one run: the wrong numbers first, then what was right, by category, and how sure that is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from eval.intervals import percent, wilson
from eval.score import SCORERS, Score


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    name: str
    hits: int
    tries: int

    @property
    def value(self) -> float:
        """The share itself; of nothing, 0."""
        return self.hits / self.tries if self.tries else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares it lies with 95 % confidence."""
        return wilson(self.hits, self.tries)

    def to_json(self) -> dict[str, object]:
        """For programs."""
        low, high = self.interval
        return {
            "hits": self.hits,
            "of": self.tries,
            "share": round(self.value, 6),
            "low": round(low, 6),
            "high": round(high, 6),
        }

    def text(self) -> str:
        """As a line says it."""
        low, high = self.interval
        return f"{self.hits:>4} of {self.tries:<4} {percent(self.value):>8}  ({percent(low)} to {percent(high)})"


def share(name: str, scores: Sequence[Score], hit: Callable[[Score], bool]) -> Share:
    """How many of the scores are hits."""
    return Share(name, sum(hit(one) for one in scores), len(scores))


@dataclass(frozen=True)
class Scorecard:
    """All scores of a run in which every case was asked `repeats` times."""

    scores: tuple[Score, ...]
    repeats: int = 1

    @property
    def passed(self) -> bool:
        """Whether every case passed."""
        return all(one.passed for one in self.scores)

    @property
    def wrong_numbers(self) -> Share:
        """Answers to another question than was asked, or with another number."""
        return share("wrong numbers", self.scores, lambda one: one.wrong_number)

    @property
    def in_scope(self) -> Share:
        """Of the questions that are to be answered, those that were answered rightly."""
        return share("right, in scope", self._in_scope, lambda one: one.passed)

    @property
    def out_of_scope(self) -> Share:
        """Of the others, those that ended as they should."""
        others = [one for one in self.scores if not one.case.is_in_scope]
        return share("right, out of scope", others, lambda one: one.passed)

    @property
    def needless(self) -> Share:
        """Of the questions that are to be answered, those that were asked back."""
        return share("needless clarifications", self._in_scope, lambda one: one.needless)

    @property
    def leaks(self) -> Share:
        """Replies that said what must not be said."""
        return share("leaks", self.scores, lambda one: any(its.scorer == "leakage" for its in one.problems))

    @property
    def same(self) -> Share:
        """Cases that were answered to the letter alike every time."""
        return share("identical over repeats", self.scores, lambda one: not one.varies)

    @property
    def _in_scope(self) -> list[Score]:
        return [one for one in self.scores if one.case.is_in_scope]

    @property
    def planning_ms(self) -> float:
        """The median time of a plan, in milliseconds."""
        return median(one.timing.planning for one in self.scores) * 1000 if self.scores else 0.0

    def headline(self) -> tuple[Share, ...]:
        """What matters most, the wrong numbers first."""
        told = (self.wrong_numbers, self.leaks, self.in_scope, self.out_of_scope, self.needless)
        return (*told, self.same) if self.repeats > 1 else told

    def by_category(self) -> Iterator[Share]:
        """How many passed of each category; a case may stand in several."""
        names = sorted({name for one in self.scores for name in one.case.splits})
        for name in names:
            yield share(name, [one for one in self.scores if name in one.case.splits], lambda one: one.passed)

    def by_scorer(self) -> Iterator[Share]:
        """How many cases had nothing for each scorer to say."""
        for name in SCORERS:
            yield share(name, self.scores, lambda one, name=name: all(its.scorer != name for its in one.problems))  # type: ignore[misc]

    def times(self) -> dict[str, float]:
        """Milliseconds: medians and the slowest twentieth, of plans and whole replies."""
        planning = [one.timing.planning * 1000 for one in self.scores]
        whole = [one.timing.whole * 1000 for one in self.scores]
        return {
            "planning_median": median(planning),
            "planning_p95": _p95(planning),
            "reply_median": median(whole),
            "reply_p95": _p95(whole),
        }

    def failed(self) -> Iterator[Score]:
        """What went wrong, wrong numbers first."""
        yield from sorted((one for one in self.scores if not one.passed), key=lambda one: not one.wrong_number)

    def text(self) -> str:
        """The scorecard as lines."""
        lines = [f"{one.name:<24} {one.text()}" for one in self.headline()]
        lines += ["", *(f"  {one.name:<22} {one.text()}" for one in self.by_category())]
        lines += ["", *(f"  {one.name:<22} {one.text()}" for one in self.by_scorer())]
        lines += ["", "  " + ", ".join(f"{name.replace('_', ' ')} {ms:.1f} ms" for name, ms in self.times().items())]
        for one in self.failed():
            mark = "‼" if one.wrong_number else "✗"
            lines.append(f"{mark} {one.case.suite}/{one.case.name}: {one.case.wanted.question}")
            lines += [f"    {its.scorer}: {its.text}" for its in one.problems]
        return "\n".join(lines)

    def to_json(self) -> dict[str, object]:
        """The scorecard for programs, and for a later run to be compared with."""
        return {
            "cases": len(self.scores),
            "repeats": self.repeats,
            "headline": {one.name: one.to_json() for one in self.headline()},
            "categories": {one.name: one.to_json() for one in self.by_category()},
            "scorers": {one.name: one.to_json() for one in self.by_scorer()},
            "milliseconds": {name: round(ms, 3) for name, ms in self.times().items()},
            "results": [_result(one) for one in self.scores],
        }


TWENTY = 20


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=TWENTY, method="inclusive")[-1] if len(times) > 1 else times[0]


def _result(one: Score) -> dict[str, object]:
    return {
        "id": one.case.name,
        "suite": one.case.suite,
        "question": one.case.wanted.question,
        "splits": list(one.case.splits),
        "outcome": one.outcome,
        "text": one.text,
        "passed": one.passed,
        "wrong_number": one.wrong_number,
        "problems": [{"scorer": its.scorer, "text": its.text} for its in one.problems],
        "planning_ms": round(one.timing.planning * 1000, 3),
    }
