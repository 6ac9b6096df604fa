"""Whatever is typed gets an outcome, and a word nobody knows is never passed over."""

from fractions import Fraction
from time import thread_time
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.agency.periods import Period
from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Timing
from assistant.outcome import Ended
from assistant.planning import words_measured
from assistant.planning.here import Here
from assistant.planning.questions import as_question
from assistant.planning.tokens import key
from assistant.planning.vocabulary import vocabulary_of
from assistant.planning.words import COUNTED
from assistant.query import Comparison, Filter, Order, Plan, Query, Threshold
from tests.planning.an_agency import ADMIN, TODAY, ask, written

if TYPE_CHECKING:
    from assistant.permissions.view import View

VOCABULARY = vocabulary_of(cast("View", ADMIN), METRICS)
KNOWN = [
    *(" ".join(one) for one in VOCABULARY.shared.senses),
    *(one.label for one in VOCABULARY.labels),
    *(
        "last month",
        "in Q3",
        "next quarter",
        "since March",
        "2025",
        "60%",
        "€20k",
        "5",
        "?",
        ",",
        ";",
        "'s",
        "31 February",
    ),
]
PHRASES = st.lists(st.sampled_from(KNOWN), min_size=1, max_size=9).map(" ".join)
UNKNOWN = st.sampled_from(["blorp", "Blorp", "zzyzx's", "schnurgel", "xylographic", "Initrode Ltd"])


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gets_an_outcome(text: str) -> None:
    assert isinstance(ask(text), Plan | Ended)


@pytest.mark.parametrize(
    "word", ["q1 ", "January ", "last month ", "a ", ".", "by ", "above 5 ", "revenue and ", "Ana "]
)
def test_a_word_said_over_and_over_gets_its_outcome_in_a_moment(word: str) -> None:
    ask("hours last month")  # what is made once is made
    before = thread_time()
    outcome = ask((word * 1000)[:1000])

    assert isinstance(outcome, Plan | Ended)
    assert thread_time() - before < 1


@settings(max_examples=200, deadline=None)
@given(PHRASES)
def test_any_mixture_of_known_words_gets_an_outcome(text: str) -> None:
    outcome = ask(text)

    assert isinstance(outcome, Plan | Ended)
    assert not isinstance(outcome, Plan) or outcome.queries


@settings(max_examples=200, deadline=None)
@given(PHRASES, UNKNOWN, PHRASES)
def test_a_word_nobody_knows_is_never_passed_over(before: str, unknown: str, after: str) -> None:
    outcome = ask(f"{before} {unknown} {after}")

    # What is looked for in notes may be any word.
    assert not isinstance(outcome, Plan) or outcome.not_planned or any(one.notes for one in outcome.queries)


PERIODIC = [name for name, one in METRICS.items() if not one.days_ahead and not one.only_now]
"""A start is looked for from today on, whatever period is said, and what is known of today only of no other day."""


ORDERS = (Order.DESC, Order.ASC, Order.NAME)
"""What is latest or earliest is told by its day, and of what has one."""


@st.composite
def plain_queries(draw: st.DrawFn) -> Query:
    """Queries over one metric, made without a question."""
    metric = METRICS[draw(st.sampled_from(sorted(PERIODIC)))]
    rows = [one for one in metric.by if one in ("person", "team", "client", "project")]
    by = tuple(draw(st.lists(st.sampled_from(rows), max_size=2, unique=True))) if rows else ()
    by = (*by, *((metric.item,) if metric.item in ("budget", "project", "deal") and "project" not in by else ()))
    # "New deals" are told one by one where nothing else is said.
    listed = words_measured.LISTED.get(metric.name, {})
    by = by or next((listed[word] for word in key(metric.title) if word in listed), ())
    # Each is one: of deals and agreements counted one by one none is highest or below so many.
    is_one = metric.unit is Unit.COUNT and COUNTED.get(metric.name) in by
    having = draw(st.none() | st.builds(Threshold, st.sampled_from(Comparison), st.integers(3, 90).map(hundredths)))
    order = draw(st.none() | st.sampled_from((Order.NAME,) if is_one else ORDERS)) if by else None
    names = [name for name in VOCABULARY.labels if name.dimension in rows]
    chosen = draw(st.none() | st.sampled_from(names)) if names else None
    where = (Filter(chosen.dimension, (chosen.id,), (chosen.label,), draw(st.booleans())),) if chosen else ()
    end = TODAY.replace(month=9, day=30)
    start = None if metric.timing is Timing.STATE else TODAY.replace(month=9, day=1)
    return Query(
        metrics=(metric.name,),
        period=Period(start, end, "last month (September 2026)"),
        by=by,
        where=where,
        having=having if by and not is_one and metric.unit is not Unit.DATE else None,  # no day is above 0.03
        order=order,
        limit=draw(st.none() | st.integers(2, 9)) if order in (Order.ASC, Order.DESC) else None,
        period_said="last month",
    )


def hundredths(number: int) -> Fraction:
    return Fraction(number, 100)


@settings(max_examples=200, deadline=None)
@given(plain_queries())
def test_a_query_said_as_a_question_is_read_back_as_the_same_query(query: Query) -> None:
    here = Here("", TODAY, cast("View", ADMIN), VOCABULARY)

    plan = ask(as_question(query, here))

    assert isinstance(plan, Plan), plan
    assert [written(one) for one in plan.queries] == [written(query)]
