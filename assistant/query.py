"""What is asked, in a closed form: a plan of queries, each made of small closed parts."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from assistant.agency.periods import Period
from assistant.query_of_notes import LookFor, Notes, period_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.outcome import Clarification, NoData, Refusal, Unsupported

__all__ = ["LookFor", "Notes", "period_json"]  # which stand with the notes, and belong to what is asked


class Order(StrEnum):
    """Which end of a ranking comes first, that the rows are told by their names, or by their days from one end."""

    DESC = "desc"
    ASC = "asc"
    NAME = "name"
    LATEST = "latest"
    EARLIEST = "earliest"


class Comparison(StrEnum):
    """How a threshold compares a value with a limit."""

    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="

    def holds(self, value: Fraction | int, limit: Fraction) -> bool:
        """Whether a value compares so with a limit."""
        side = (value > limit) - (value < limit)
        return side in {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1), "=": (0,)}[self.value]


@dataclass(frozen=True)
class Filter:
    """Only (or, negated, none of) the rows whose `field` is one of these; compared by id, said by name."""

    field: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    negated: bool = False

    def to_json(self) -> dict[str, object]:
        """The filter as `interface.md` writes it."""
        return {"field": self.field, "is_not" if self.negated else "is": list(self.names)}


@dataclass(frozen=True)
class Threshold:
    """Keep only the rows whose metric compares so with `value` (a ratio as a fraction: 0.6).

    Without a `metric` it is the query's first. `also` is another limit that the same rows must keep to: the other
    end of a range, or a limit of another metric. Where the metric tells a `day`, the value is that one's number.
    """

    op: Comparison
    value: Fraction
    metric: str = ""
    also: "Threshold | None" = None
    day: date | None = None

    @property
    def each(self) -> "tuple[Threshold, ...]":
        """The limit itself and those that go with it."""
        return (self, *(self.also.each if self.also else ()))

    def to_json(self) -> dict[str, object]:
        """The threshold as `interface.md` writes it; a second one stands under "and"."""
        return {
            **({"metric": self.metric} if self.metric else {}),
            "op": self.op.value,
            "value": self.day.isoformat() if self.day else float(self.value),
            **({"and": self.also.to_json()} if self.also else {}),
        }


@dataclass(frozen=True)
class Against:
    """The earlier period a query is compared with.

    With more than one of `stretches` it is as many times as long as the one asked about, and what sums came to in it
    is shared out over them: the mean month of a quarter. What is no sum is that of the whole of it.
    """

    period: Period
    stretches: int = 1

    def to_json(self) -> dict[str, object]:
        """The period compared with, and over how many stretches of it a sum is shared out."""
        shared = {"mean_of": self.stretches} if self.stretches > 1 else {}
        return {"period": period_json(self.period), **shared}


class Form(StrEnum):
    """What is made of the numbers of a query, beside them."""

    SHARE = "share"
    AVERAGE = "average"
    CUMULATIVE = "cumulative"
    CUMULATED_SHARE = "cumulated_share"
    ANNUALISED = "annualised"
    RATIO = "ratio"


@dataclass(frozen=True)
class Derived:
    """A column that is made of each metric's verified numbers: shares of the whole, means, or running totals.

    A share is of the total, or of the unit of time its row is in; `part` names the rows that are asked for, while
    the whole goes without that filter. A mean is over the units of time and the things in `per` ("week", "person"),
    things being the rows of a breakdown. A running total is over the rows in order of time. A ratio is the first
    metric over another one, `of`: what is invoiced as a share of revenue. What is annualised is the mean of a month
    of the period, times twelve. A `limit` keeps the rows whose share, or
    ratio, compares so.
    """

    form: Form
    per: tuple[str, ...] = ()
    part: Filter | None = None
    of: str = ""
    limit: Threshold | None = None
    reach: Fraction | None = None

    @property
    def spoken(self) -> str:
        """As in "average per person and week"."""
        if self.of:
            return f"{self.form.value} of {self.of}"
        if self.form is Form.ANNUALISED:
            return self.form.value
        if self.form is Form.CUMULATED_SHARE:
            return "cumulated share" if self.reach is None else f"cumulated share to {float(self.reach):g}"
        return f"{self.form.value} per {' and '.join(self.per)}" if self.per else self.form.value

    def to_json(self) -> dict[str, object]:
        """What is made of the numbers, and of which rows or over what."""
        return {
            "form": self.form.value,
            **({"per": list(self.per)} if self.per else {}),
            **({"part": self.part.to_json()} if self.part else {}),
            **({"of": self.of} if self.of else {}),
            **({"having": self.limit.to_json()} if self.limit else {}),
            **({"reach": float(self.reach)} if self.reach is not None else {}),
        }


@dataclass(frozen=True)
class AgainstTarget:
    """The target each number is held against; with a `side`, only what is on that side of it is asked for."""

    side: Comparison | None = None

    def to_json(self) -> dict[str, object]:
        """As the plan shows it."""
        return {"side": self.side.value if self.side else None}


@dataclass(frozen=True)
class ByChange:
    """Rows are ranked by how much they changed; with a `side`, only those that went up (>) or down (<) are shown.

    A `limit` keeps those that moved so far, whichever way it was: by an amount in the metric's unit (a ratio's in
    points: 0.05), or, where `is_relative`, by a part of what it was before (0.2).
    """

    side: Comparison | None = None
    limit: Threshold | None = None
    is_relative: bool = False

    def to_json(self) -> dict[str, object]:
        """As the plan shows it."""
        return {
            "side": self.side.value if self.side else None,
            **({"by": self.limit.to_json(), "of_before": self.is_relative} if self.limit else {}),
        }


@dataclass(frozen=True)
class InEach:
    """Rows that have some of the first metric in each value of `every`, and none of it in any of `none`.

    Both are values of one dimension, by which the query is broken down as well: who works on Apollo and on Website,
    and not on Intranet.
    """

    every: Filter
    none: Filter | None = None

    @property
    def field(self) -> str:
        """The dimension whose values these are."""
        return self.every.field

    def to_json(self) -> dict[str, object]:
        """As the plan shows it."""
        none = {"none": list(self.none.names)} if self.none else {}
        return {"field": self.field, "every": list(self.every.names), **none}


@dataclass(frozen=True)
class Some:
    """Some of a metric in a period, of the rows that `where` lets through; with a limit, as much as it says."""

    metric: str
    period: Period
    where: tuple[Filter, ...] = ()
    having: Threshold | None = None
    every_item: bool = False

    def to_json(self) -> dict[str, object]:
        """As the plan shows it."""
        where = [one.to_json() for one in self.where]
        having = {"having": self.having.to_json()} if self.having else {}
        return {"metric": self.metric, "where": where, "period": period_json(self.period), **having}


@dataclass(frozen=True)
class OfThose:
    """Only what belongs to those values of `field` that have some of any of these; with `none`, to all others.

    The people on Apollo are those with hours on it of late, or booked on it. What is asked of those must be true of
    them `also`.
    """

    field: str
    some: tuple[Some, ...]
    none: bool = False
    also: "OfThose | None" = None

    @property
    def each(self) -> "tuple[OfThose, ...]":
        """The condition itself and those that go with it."""
        return (replace(self, also=None), *(self.also.each if self.also else ()))

    def found_by(self, known_on: date | None) -> "Iterator[Query]":
        """The questions by which those are found, not counting what else is to be true of them."""
        for one in self.some:
            asked = Query((one.metric,), one.period, by=(self.field,), where=one.where, known_on=known_on)
            yield replace(asked, having=one.having, every_item=one.every_item)

    def to_json(self) -> dict[str, object]:
        """As the plan shows it."""
        also = {"and": self.also.to_json()} if self.also else {}
        return {"field": self.field, "none" if self.none else "some": [one.to_json() for one in self.some], **also}


@dataclass(frozen=True)
class AtEnds:
    """What stands on a day, told of several: at the end of each month, each of which is a row of the breakdown."""

    unit: str
    ends: tuple[tuple[str, date], ...]
    """The name of each month and its last day, or the day until which it is known."""

    def to_json(self) -> dict[str, object]:
        """As the plan shows it."""
        return {"unit": self.unit, "ends": [day.isoformat() for _, day in self.ends]}


@dataclass(frozen=True)
class InSoMany:
    """Rows of those that have some of the first metric in so many different values of `field`, and no other rows.

    The query is broken down by `field` as well: who is booked on more than three projects, and on which.
    """

    field: str
    limit: Threshold

    def to_json(self) -> dict[str, object]:
        """As the plan shows it."""
        return {"field": self.field, "having": self.limit.to_json()}


@dataclass(frozen=True)
class ToMean:
    """Rows held against the mean of all rows of the breakdown: those on one side of it, or those that are named.

    The mean of a sum is over the rows that have any of it; that of a rate is the rate of all rows together, which is
    no mean of percentages. The value of the `limit` is how many times the mean: 1, or 2 of "more than twice". `only`
    names the rows that are told, while the mean is of them all.
    """

    limit: Threshold | None = None
    only: Filter | None = None

    def to_json(self) -> dict[str, object]:
        """As the plan shows it."""
        limit = {"having": self.limit.to_json()} if self.limit else {}
        return {**limit, **({"only": self.only.to_json()} if self.only else {})}


@dataclass(frozen=True)
class Query:
    """One table's worth of question: metrics that share filters, period, breakdown and comparison.

    `period_said` is the phrase the period came from ("last month"), empty when it is the stated default.
    `every_item` asks for all budgets, finished ones too, where a wide question would add up the open ones.
    `why` asks why the first metric changed against the earlier period, in parts that add up to the change.
    `definitions` asks how each of the metrics counts the same thing, and what makes the difference to the first.
    `understood` tells the reader how the words were taken, where they were not the glossary's own.
    `known_on` asks for the answer that would have been given on that day, from the data that was in force then.
    `restated` asks what changed since the answer known on that day, row by row and table by table.
    `target` asks how the first metric stands against its target.
    `notes` asks what the notes say; alone, without metrics, or beside them.
    `derived` asks for shares, means or running totals of the numbers, beside them.
    `by_change` ranks the rows by what changed against the earlier period, and not by what they come to.
    `among` is the metric that tells which rows there are, where those are asked for that have none of the first.
    `in_each` keeps the rows that have some of the first metric in each of several, or none in others.
    `limit_in` are the breakdowns in each of whose rows the `limit` counts anew: the top three of each client.
    `placed` are those of the rows whose place among them all is asked for: is Acme in the top five.
    `shown` is the order in which the rows of a `limit` are told, where it is not that by which they were picked.
    `of_those` asks of those alone that have some of another metric: of the people on a project.
    `at_ends` reads a state off at several days, each of them a row.
    `in_so_many` keeps the rows of those that have some of the first metric in so many of something.
    `to_mean` holds the rows against the mean of them all.
    """

    metrics: tuple[str, ...]
    period: Period
    by: tuple[str, ...] = ()
    where: tuple[Filter, ...] = ()
    having: Threshold | None = None
    against: Against | None = None
    order: Order | None = None
    limit: int | None = None
    every_item: bool = False
    period_said: str = ""
    why: bool = False
    definitions: bool = False
    known_on: date | None = None
    understood: str = ""
    restated: date | None = None
    notes: Notes | None = None
    derived: Derived | None = None
    target: AgainstTarget | None = None
    by_change: ByChange | None = None
    among: str = ""
    in_each: InEach | None = None
    in_so_many: InSoMany | None = None
    to_mean: ToMean | None = None
    of_those: OfThose | None = None
    at_ends: AtEnds | None = None
    limit_in: tuple[str, ...] = ()
    shown: Order | None = None
    placed: Filter | None = None

    @property
    def within(self) -> tuple[str, ...]:
        """The rows in each of which the limit counts anew; none where nothing is limited, or told by them, any more."""
        return tuple(one for one in self.limit_in if one in self.by) if self.limit else ()

    @property
    def conditions(self) -> tuple[OfThose, ...]:
        """All that is to be true of those that this is about."""
        return self.of_those.each if self.of_those else ()

    def found_by(self) -> "Iterator[Query]":
        """The questions by which those are found that this one is about."""
        for one in self.conditions:
            yield from one.found_by(self.known_on)

    def at_each(self) -> "Iterator[tuple[str, Query]]":
        """The question of each day at which a state is read off, under the name of its row."""
        for name, day in self.at_ends.ends if self.at_ends else ():
            yield name, replace(self, by=(), period=Period(None, day, self.period.label), at_ends=None)

    def only(self, found: tuple[frozenset[str], ...]) -> "Query":
        """The question of what belongs to those found by each condition, or to all others, by filters without names."""
        both = zip(self.conditions, found, strict=True)
        kept = (Filter(one.field, tuple(sorted(ids)), (), negated=one.none) for one, ids in both)
        return replace(self, where=(*self.where, *kept))

    def asked_on(self, today: date) -> date:
        """The day the question is answered as on: that of the replay, else today."""
        return today if self.known_on is None else min(today, self.known_on)

    def to_json(self) -> dict[str, object]:
        """The query as `interface.md` writes it."""
        return {
            "metrics": list(self.metrics),
            "by": list(self.by),
            "where": [one.to_json() for one in self.where],
            "period": period_json(self.period),
            "having": self.having.to_json() if self.having else None,
            "against": self.against.to_json() if self.against else None,
            "order": self.order.value if self.order else None,
            "limit": self.limit,
            **({"limit_in_each": list(self.within)} if self.within else {}),
            **({"place_of": list(self.placed.names)} if self.placed else {}),
            **({"shown": self.shown.value} if self.shown and self.limit else {}),
            **({"derived": self.derived.to_json()} if self.derived else {}),
            **({"why": True} if self.why else {}),
            **({"definitions": True} if self.definitions else {}),
            **({"known_on": self.known_on.isoformat()} if self.known_on else {}),
            **({"restated_since": self.restated.isoformat()} if self.restated else {}),
            **({"target": self.target.to_json()} if self.target else {}),
            **({"by_change": self.by_change.to_json()} if self.by_change else {}),
            **({"none_of_it_among": self.among} if self.among else {}),
            **({"in_each": self.in_each.to_json()} if self.in_each else {}),
            **({"in_so_many": self.in_so_many.to_json()} if self.in_so_many else {}),
            **({"to_mean": self.to_mean.to_json()} if self.to_mean else {}),
            **({"of_those": self.of_those.to_json()} if self.of_those else {}),
            **({"at_ends": self.at_ends.to_json()} if self.at_ends else {}),
            **({"notes": self.notes.to_json()} if self.notes else {}),
        }


@dataclass(frozen=True)
class Plan:
    """The queries of one question in the order they were asked, and what of it could not be planned."""

    queries: tuple[Query, ...]
    not_planned: "tuple[Clarification | Refusal | NoData | Unsupported, ...]" = ()


@dataclass(frozen=True)
class Turn:
    """What the next question may lean on: the plan before, and the choices that were offered."""

    plan: Plan | None = None
    outcome: str = "answer"
    options: tuple[str, ...] = ()
    before: Plan | None = None
    """The plan that was talked about before this one, to go back to."""
    unanswered: str = ""
    """The words that could not be planned, where that was so: whom they named is still talked about."""
    shown: tuple[Filter, ...] = ()
    """The few rows that were shown, by what they are of: whom "they" means next."""


@dataclass(frozen=True)
class Question:
    """Words, who asks (an email, or blank for the local owner), and the day it is asked on."""

    text: str
    asked_as: str
    today: date
    after: Turn | None = None
    known_on: date | None = None
    """The day it is to be answered as known on, where its words name none."""
    planner: str = ""
    """Which planner plans it, `embedded` or `model`; blank for the one of the settings."""

    restated: date | None = None
    """The day since when it is asked what changed, where that is not in its words."""

    word_for_word: bool = False
    """Whether it is planned as its words are read first, whatever else is called by one of them."""
