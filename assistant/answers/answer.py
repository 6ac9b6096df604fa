"""An answer with everything that was known on the way to it, and the reply to one question."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from assistant.answers.bounds import Bounds
from assistant.answers.citations import Citation
from assistant.answers.restated import ChangedRow
from assistant.answers.sources import Source, Under, compares, sources
from assistant.answers.summing_up import Borne
from assistant.answers.table import Table
from assistant.facts import Facts
from assistant.figures import Figure, to_json
from assistant.metrics.definition import Metric
from assistant.outcome import Clarification, Ended
from assistant.permissions.view import View
from assistant.query import Plan, Query, Question, Turn
from assistant.verification import Verified

ENOUGH_SUGGESTIONS = 3


@dataclass(frozen=True)
class Parts:
    """Numerator and denominator of a ratio, by name, in total and by row."""

    numerator: str
    denominator: str
    total: tuple[Figure | None, Figure | None]
    rows: tuple[tuple[Figure | None, Figure | None], ...]

    def to_json(self) -> dict[str, object]:
        """The names as `interface.md` writes them, with the values beside."""
        return {
            "numerator": self.numerator,
            "denominator": self.denominator,
            "total": _pair(self.total),
            "rows": [_pair(one) for one in self.rows],
        }


def _pair(pair: tuple[Figure | None, Figure | None]) -> list[object]:
    return [None if one is None else to_json(one) for one in pair]


@dataclass(frozen=True)
class Answer:
    """A verified answer: the words, the table, the chart, and what they rest on.

    `figures` are all numbers the words may hold; `verified` leads back to the result and its slices.
    """

    kind: ClassVar[str] = "answer"
    exit_status: ClassVar[int] = 0

    query: Query
    metrics: tuple[Metric, ...]
    text: str
    table: Table
    parts: Parts | None
    bounds: Bounds | None
    chart: dict[str, object] | None
    caveats: tuple[str, ...]
    suggestions: tuple[str, ...]
    figures: tuple[Figure, ...]
    changed: tuple[ChangedRow, ...]
    """The rows that are others by now, where what changed since an earlier day is asked."""

    locale: str
    verified: Verified = field(repr=False, compare=False)
    citations: tuple[Citation, ...] = field(default=(), kw_only=True)
    summary: tuple[Borne, ...] = field(default=(), kw_only=True)
    """Sentences of a language model that the passages quoted bear out."""

    facts: Facts = field(repr=False, compare=False)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The rows it rests on, by table, looked up when somebody asks for them; quotes have their own."""
        return sources(self.verified.result, self.facts) if self.metrics else ()

    @cached_property
    def sources_before(self) -> tuple[Source, ...]:
        """The rows of the period compared with, where there is one."""
        return self.under(Under(earlier=True)) if self.metrics and compares(self.verified.result) else ()

    def under(self, under: Under) -> tuple[Source, ...]:
        """The rows under a group, a part of a change, or either period."""
        return sources(self.verified.result, self.facts, under)

    @property
    def periods(self) -> tuple[str, ...]:
        """What the period is called, and where there is one, that compared with."""
        against = self.query.against
        later = self.query.period.label
        return (later, against.period.label) if against and compares(self.verified.result) else (later,)

    @property
    def rests_on(self) -> str:
        """How many rows of which tables it rests on: "219 of time_entries; before: 240 of time_entries"."""
        both = [self.sources, self.sources_before][: len(self.periods)]
        said = [", ".join(f"{len(one)} of {one.table}" for one in found) or "none" for found in both]
        return "; before: ".join(said)

    def opened(self) -> Iterator[tuple[str, tuple[Source, ...]]]:
        """All its rows under a heading each: of every period, and of every part of a change in both of them.

        Parts that are made of the same rows, such as hours and prices, stand together.
        """
        made = self.verified.result.explanation
        together: dict[object, list[str]] = {}
        for part in self.parts_of_change:
            together.setdefault(made.made_of[part] if made else part, []).append(part)
        for parts in ([""], *together.values()):
            for earlier, period in enumerate(self.periods):
                heading = f"{', '.join(parts)}, {period}" if parts[0] else period
                found = self.under(Under(part=parts[0], earlier=bool(earlier)))
                yield heading if len(self.periods) > 1 else "", found

    @property
    def parts_of_change(self) -> tuple[str, ...]:
        """The parts of a change that can be opened, as they are told; those that are hidden cannot."""
        made = self.verified.result.explanation
        if made is None or not compares(self.verified.result):
            return ()
        return tuple(one.name for one in made.parts if one.value is not None and one.name in made.made_of)


Outcome = Answer | Ended


@dataclass(frozen=True)
class Reply:
    """All outcomes of one question: the first on top, the others whole in `more`."""

    question: Question
    asked_as: str
    snapshot: str
    outcomes: tuple[Outcome, ...]
    plan: Plan
    turn: Turn
    view: View = field(repr=False, compare=False)

    @property
    def first(self) -> Outcome:
        """The outcome shown at the top."""
        return self.outcomes[0]

    @property
    def exit_status(self) -> int:
        """The command's exit status for this question: that of the first outcome."""
        return self.first.exit_status

    def to_json(self) -> dict[str, object]:
        """The outcome as `interface.md` writes it."""
        plan = {"plan": [one.to_json() for one in self.plan.queries]}
        return {**self._one(self.first), **plan, "more": [self._one(one) for one in self.outcomes[1:]]}

    def snapshot_of(self, outcome: Outcome) -> str:
        """The data an outcome rests on: an older snapshot where it tells what was known then."""
        return outcome.facts.authorised.view.snapshot if isinstance(outcome, Answer) else self.snapshot

    def _one(self, outcome: Outcome) -> dict[str, object]:
        about: dict[str, object] = {
            "outcome": outcome.kind,
            "question": self.question.text,
            "asked_as": self.asked_as,
            "today": self.question.today.isoformat(),
            "snapshot": self.snapshot_of(outcome),
            "text": outcome.text,
        }
        return about | (_answered(outcome) if isinstance(outcome, Answer) else _ended(outcome))


def _answered(answer: Answer) -> dict[str, object]:
    return {
        "plan": [answer.query.to_json()],
        "table": answer.table.to_json(),
        "parts": answer.parts.to_json() if answer.parts else None,
        "bounds": answer.bounds.to_json() if answer.bounds else None,
        "chart": answer.chart,
        "verification": answer.verified.to_json(),
        "sources": [one.to_json() for one in answer.sources],
        **_of_both_periods(answer),
        **({"restated": [one.to_json() for one in answer.changed]} if answer.query.restated else {}),
        "citations": [one.to_json() for one in answer.citations],
        **({"summary": [one.to_json() for one in answer.summary]} if answer.summary else {}),
        "caveats": list(answer.caveats),
        "suggestions": list(answer.suggestions),
        "options": [],
        "reason": None,
    }


def _of_both_periods(answer: Answer) -> dict[str, object]:
    """What a comparison rests on in the earlier period, and each part of a change in both."""
    if not compares(answer.verified.result):
        return {}
    made: dict[str, object] = {"sources_before": [one.to_json() for one in answer.sources_before]}
    parts = [
        {
            "part": name,
            "sources": [one.to_json() for one in answer.under(Under(part=name))],
            "sources_before": [one.to_json() for one in answer.under(Under(part=name, earlier=True))],
        }
        for name in answer.parts_of_change
    ]
    return {**made, "sources_of_parts": parts} if parts else made


def _ended(ended: Ended) -> dict[str, object]:
    return {
        "plan": [],
        "table": None,
        "parts": None,
        "bounds": None,
        "chart": None,
        "verification": None,
        "sources": [],
        "citations": [],
        "caveats": [],
        "suggestions": list(ended.suggestions),
        "options": list(ended.options) if isinstance(ended, Clarification) else [],
        "reason": ended.text,
    }
