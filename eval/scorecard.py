"""The scorecard of one run of the evaluation."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from eval.score import Score


@dataclass(frozen=True)
class Scorecard:
    """All scores of a run."""

    scores: tuple[Score, ...]

    @property
    def passed(self) -> bool:
        """Whether every case passed."""
        return all(one.passed for one in self.scores)

    @property
    def wrong_numbers(self) -> int:
        """Answers to another question than was asked, or with another number."""
        return sum(one.wrong_number for one in self.scores)

    def by_split(self) -> Iterator[tuple[str, int, int]]:
        """Split, passed, all."""
        every = Counter(one.case.wanted.split for one in self.scores)
        good = Counter(one.case.wanted.split for one in self.scores if one.passed)
        for split, count in sorted(every.items()):
            yield split, good[split], count

    def text(self) -> str:
        """The scorecard as lines."""
        good = sum(one.passed for one in self.scores)
        lines = [f"{good} of {len(self.scores)} cases passed; wrong numbers: {self.wrong_numbers}"]
        lines += [f"  {split:<14} {passed:>3} of {count}" for split, passed, count in self.by_split()]
        lines.append(f"  median time    {median(one.seconds for one in self.scores) * 1000:.0f} ms a question")
        for one in self.scores:
            if not one.passed:
                lines.append(f"✗ {one.case.wanted.id}: {one.case.wanted.question}")
                lines += [f"    {problem}" for problem in one.problems]
        return "\n".join(lines)

    def to_json(self) -> dict[str, object]:
        """The scorecard for programs."""
        return {
            "cases": len(self.scores),
            "passed": sum(one.passed for one in self.scores),
            "wrong_numbers": self.wrong_numbers,
            "splits": {split: {"passed": passed, "cases": count} for split, passed, count in self.by_split()},
            "results": [
                {
                    "id": one.case.wanted.id,
                    "outcome": one.outcome,
                    "passed": one.passed,
                    "problems": list(one.problems),
                }
                for one in self.scores
            ],
        }
