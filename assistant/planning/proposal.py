"""What a language model may propose, and how a proposal becomes a question that the embedded planner reads.

A proposal is made of the same closed parts as a query, in words. It is never turned into a query directly: it is said
as a complete question, and the embedded planner plans that. So whatever it plans has passed the checks that every
question passes, and a proposal that is not read back as it was meant is refused.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.figures import Unit
from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning.dates import Outlook, read_period
from assistant.planning.here import Here
from assistant.query import Comparison, Query

THE_PERIOD_BEFORE, THE_YEAR_BEFORE = "the period before", "the year before"
COMPARED = {THE_PERIOD_BEFORE: "compared with the period before", THE_YEAR_BEFORE: "compared with the year before"}
LIMITS = {
    Comparison.LESS: "below",
    Comparison.AT_MOST: "at most",
    Comparison.MORE: "above",
    Comparison.AT_LEAST: "at least",
    Comparison.EQUAL: "exactly",
}
MOST_NAMES = 20


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rows(_Part):
    """Only, or all but, the rows with these names in a dimension."""

    field: str
    names: tuple[str, ...] = Field(min_length=1, max_length=MOST_NAMES)
    leave_out: bool = False


class Limit(_Part):
    """Only rows whose first metric compares so with a value; shares in percent."""

    op: Comparison
    value: float = Field(allow_inf_nan=False)


class ProposedQuery(_Part):
    """One table."""

    metrics: tuple[str, ...] = Field(min_length=1, max_length=4)
    by: tuple[str, ...] = Field((), max_length=3)
    where: tuple[Rows, ...] = Field((), max_length=6)
    period: str = Field("", max_length=80)
    compared_with: str = Field("", max_length=80)
    limit: Limit | None = None
    first: Literal["", "highest", "lowest"] = ""
    how_many: int | None = Field(None, ge=1, le=1000)
    why: bool = False


class ProposedPlan(_Part):
    """Some tables, or what the question asks for that is not measured."""

    queries: tuple[ProposedQuery, ...] = Field((), max_length=4)
    not_measured: str = Field("", max_length=200)


def problems(proposed: ProposedQuery, here: Here) -> Iterator[str]:
    """What in a proposal is no word of this asker's vocabulary; hidden and unheard-of are told in the same words."""
    askable = here.vocabulary.askable
    for metric in proposed.metrics:
        if metric not in askable:
            near = ", ".join(get_close_matches(metric, askable, n=3))
            yield f'There is no metric "{metric}".' + (f" Near are: {near}." if near else "")
    for dimension in (*proposed.by, *(one.field for one in proposed.where)):
        if dimension not in DIMENSIONS:
            yield f'There is no dimension "{dimension}".'
    labels = {(one.dimension, one.label) for one in here.vocabulary.labels}
    for rows in proposed.where:
        yield from (f'No {rows.field} is called "{one}".' for one in rows.names if (rows.field, one) not in labels)
    compared = () if proposed.compared_with in {"", *COMPARED} else (proposed.compared_with,)
    for phrase in (*((proposed.period,) if proposed.period else ()), *compared):
        if read_period(phrase, here.today, here.calendar, Outlook.ACTUAL) is None:
            yield f'"{phrase}" is no period. Say it as the question does, or leave it empty.'


def as_words(proposed: ProposedQuery, here: Here) -> str:
    """A proposal without problems as a complete question."""
    metrics = [here.catalogue[one] for one in proposed.metrics]
    lead = f"Why did {metrics[0].title.lower()} change" if proposed.why else " and ".join(one.title for one in metrics)
    return " ".join([lead, *_rest(proposed, here)])


def _rest(proposed: ProposedQuery, here: Here) -> Iterator[str]:
    if proposed.by:
        yield "by " + " and ".join(DIMENSIONS[one].noun for one in proposed.by)
    if proposed.limit:
        percent = " %" if here.catalogue[proposed.metrics[0]].unit is Unit.PERCENT else ""
        yield f"{LIMITS[proposed.limit.op]} {proposed.limit.value:.15g}{percent}"
    for rows in proposed.where:
        noun = DIMENSIONS[rows.field].noun
        yield f"{'without' if rows.leave_out else 'for'} {' and '.join(f'{noun} {name}' for name in rows.names)}"
    if proposed.period:
        yield proposed.period if " " in proposed.period else f"in {proposed.period}"
    if proposed.compared_with:
        yield COMPARED.get(proposed.compared_with, f"compared with {proposed.compared_with}")
    if proposed.how_many:
        yield f"{'bottom' if proposed.first == 'lowest' else 'top'} {proposed.how_many}"
    elif proposed.first:
        yield f"{proposed.first} first"


def is_meant(proposed: ProposedQuery, query: Query) -> bool:
    """Whether a query has exactly the parts that were proposed."""
    filters = {(one.field, one.leave_out, name) for one in proposed.where for name in one.names}
    return (
        set(proposed.metrics) <= set(query.metrics)
        and set(proposed.by) <= set(query.by)
        and filters == {(one.field, one.negated, name) for one in query.where for name in one.names}
        and (proposed.limit is None) == (query.having is None)
        and (not proposed.how_many or proposed.how_many == query.limit)
        and bool(proposed.compared_with or proposed.why) >= (query.against is not None)
        and proposed.why == query.why
    )
