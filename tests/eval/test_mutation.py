"""The evaluation can fail us: faults planted between the question and the reader make the scorecard fall."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from assistant.agency.periods import Period
from assistant.answers.answer import Answer
from assistant.answers.compose import compose
from assistant.outcome import Clarification, Ended, NoData, Refusal, Unsupported
from assistant.permissions.authorise import authorise
from assistant.planning import make_plan
from assistant.query import Comparison, Filter, Order, Plan, Query, Question
from eval.agencies import Stages, stages
from eval.case import Case, cases
from eval.run import examine
from eval.scorecard import Scorecard

ASKED = (
    "hand-hours-by-person",
    "hand-utilization",
    "hand-revenue-acme-only",
    "hand-revenue-change",
    "hand-top-client",
    "hand-margin-by-client",
    "hand-receivables-end-of-september",
    "follow-keeps-the-filter",
    "note-am",
    "note-am-refused",
)
ONE_BY_ONE = ("hand-revenue-without", "fluent-negative", "unclear-two-anas", "why-revenue")
"""Cases of which each has a part that few have: what is left out, a threshold, a choice, a reason."""


@pytest.fixture(scope="module")
def houses() -> Iterator[Stages]:
    with stages() as made:
        yield made


@pytest.fixture(scope="module")
def asked() -> tuple[Case, ...]:
    return tuple(one for one in cases() if one.name in ASKED)


@pytest.fixture(scope="module")
def by_name() -> Mapping[str, Case]:
    return {one.name: one for one in cases() if one.name in {*ASKED, *ONE_BY_ONE}}


def run(asked: tuple[Case, ...], houses: Stages, repeats: int = 1) -> Scorecard:
    return Scorecard(tuple(examine(one, houses, repeats) for one in asked), repeats)


def test_without_a_fault_all_of_them_pass(houses: Stages, asked: tuple[Case, ...]) -> None:
    scorecard = run(asked, houses, repeats=2)

    assert scorecard.passed, scorecard.text()
    assert scorecard.same.hits == len(asked)


# Faults of a planner: what it makes of a plan.


def a_month_earlier(query: Query) -> Query:
    first = query.period.start
    if first is None:
        return replace(query, period=Period(None, query.period.end - timedelta(days=31), query.period.label))
    return replace(query, period=Period(first - timedelta(days=31), first - timedelta(days=1), query.period.label))


def one_day_short(query: Query) -> Query:
    return replace(query, period=replace(query.period, end=query.period.end - timedelta(days=1)))


def without_filter(query: Query) -> Query:
    return replace(query, where=())


def filter_turned_round(query: Query) -> Query:
    return replace(query, where=tuple(replace(one, negated=not one.negated) for one in query.where))


def client_added(query: Query) -> Query:
    is_possible = "project" in query.by or query.metrics[0] in {"revenue", "tracked_hours", "margin"}
    return replace(query, where=(*query.where, Filter("project", ("J1",), ("Web shop",)))) if is_possible else query


def near_metric(query: Query) -> Query:
    near = {"revenue": "invoiced", "billable_utilization": "total_utilization", "tracked_hours": "billable_hours"}
    return replace(query, metrics=tuple(near.get(one, one) for one in query.metrics))


def other_breakdown(query: Query) -> Query:
    return replace(query, by=tuple({"person": "team", "client": "project"}.get(one, one) for one in query.by))


def without_comparison(query: Query) -> Query:
    return replace(query, against=None)


def wrong_end(query: Query) -> Query:
    return replace(query, order=Order.ASC) if query.limit else query


@pytest.mark.parametrize(
    "fault",
    [
        a_month_earlier,
        one_day_short,
        without_filter,
        filter_turned_round,
        client_added,
        near_metric,
        other_breakdown,
        without_comparison,
        wrong_end,
    ],
)
def test_a_planner_that_answers_another_question_gives_wrong_numbers(
    fault: Callable[[Query], Query], houses: Stages, asked: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def planted(*given: Any) -> Any:  # noqa: ANN401 - as the planner has it
        plan = make_plan(*given)
        return replace(plan, queries=tuple(map(fault, plan.queries))) if isinstance(plan, Plan) else plan

    monkeypatch.setattr("assistant.ask.make_plan", planted)

    assert run(asked, houses).wrong_numbers.hits


def one_day_late(query: Query) -> Query:
    start = query.period.start
    return replace(query, period=replace(query.period, start=start and start + timedelta(days=1)))


def left_out_is_taken(query: Query) -> Query:
    return replace(query, where=tuple(replace(one, negated=False) for one in query.where))


def left_out_is_forgotten(query: Query) -> Query:
    return replace(query, where=tuple(one for one in query.where if not one.negated))


def comparison_swapped(query: Query) -> Query:
    against = query.against
    return replace(query, period=against.period, against=replace(against, period=query.period)) if against else query


def compared_with_another(query: Query) -> Query:
    """With a day less of the period before."""
    against = query.against
    if against is None:
        return query
    shorter = replace(against.period, end=against.period.end - timedelta(days=1))
    return replace(query, against=replace(against, period=shorter))


def limit_forgotten(query: Query) -> Query:
    return replace(query, limit=None)


def one_row_more(query: Query) -> Query:
    return replace(query, limit=query.limit and query.limit + 1)


def order_turned_round(query: Query) -> Query:
    turned = {Order.ASC: Order.DESC, Order.DESC: Order.ASC}
    return replace(query, order=query.order and turned[query.order])


def threshold_forgotten(query: Query) -> Query:
    return replace(query, having=None)


def threshold_turned_round(query: Query) -> Query:
    having = query.having
    turned = {Comparison.LESS: Comparison.MORE, Comparison.MORE: Comparison.LESS}
    return replace(query, having=having and replace(having, op=turned.get(having.op, having.op)))


def without_breakdown(query: Query) -> Query:
    return replace(query, by=())


def one_breakdown_more(query: Query) -> Query:
    return replace(query, by=(*query.by, "month"))


def reason_forgotten(query: Query) -> Query:
    return replace(query, why=False)


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        (one_day_late, "hand-revenue-acme-only"),
        (left_out_is_taken, "hand-revenue-without"),
        (left_out_is_forgotten, "hand-revenue-without"),
        (comparison_swapped, "hand-revenue-change"),
        (compared_with_another, "hand-revenue-change"),
        (limit_forgotten, "hand-top-client"),
        (one_row_more, "hand-top-client"),
        (order_turned_round, "hand-top-client"),
        (threshold_forgotten, "fluent-negative"),
        (threshold_turned_round, "fluent-negative"),
        (without_breakdown, "hand-margin-by-client"),
        (one_breakdown_more, "hand-margin-by-client"),
        (reason_forgotten, "why-revenue"),
    ],
)
def test_a_part_that_is_lost_or_turned_round_makes_its_case_fail(
    fault: Callable[[Query], Query],
    name: str,
    houses: Stages,
    by_name: Mapping[str, Case],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def planted(*given: Any) -> Any:  # noqa: ANN401 - as the planner has it
        plan = make_plan(*given)
        return replace(plan, queries=tuple(map(fault, plan.queries))) if isinstance(plan, Plan) else plan

    assert examine(by_name[name], houses).passed
    monkeypatch.setattr("assistant.ask.make_plan", planted)

    assert not examine(by_name[name], houses).passed


def test_a_choice_that_is_made_for_the_asker_is_a_wrong_number(
    houses: Stages, by_name: Mapping[str, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    def planted(question: Question, view: Any) -> Any:  # noqa: ANN401 - as the planner has it
        found = make_plan(question, view)
        taken = isinstance(found, Clarification) and found.options
        return make_plan(replace(question, text=found.options[0]), view) if taken else found  # type: ignore[union-attr]

    assert examine(by_name["unclear-two-anas"], houses).passed
    monkeypatch.setattr("assistant.ask.make_plan", planted)

    assert examine(by_name["unclear-two-anas"], houses).wrong_number


def test_an_answer_turned_into_no_answer_is_found_out(
    houses: Stages, by_name: Mapping[str, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    for nothing in (Refusal("You may not see this."), NoData("There is none."), Unsupported("That is not measured.")):
        monkeypatch.setattr("assistant.ask.make_plan", lambda *_, nothing=nothing: nothing)
        score = examine(by_name["hand-top-client"], houses)
        assert not score.passed
        assert not score.wrong_number


def test_a_planner_that_asks_back_for_nothing_is_found_out(
    houses: Stages, asked: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.ask.make_plan", lambda *_: Clarification("Which?", options=("hours last month",)))

    scorecard = run(asked, houses)

    assert scorecard.needless.value == 1
    assert scorecard.in_scope.hits == 0
    assert scorecard.wrong_numbers.hits == 0


# Faults of an answer: what is done to it after it was verified.


def doubled(answer: Answer) -> Answer:
    """A number that is not what was calculated."""
    rows = tuple(
        replace(row, figures=tuple(one and replace(one, value=one.value * 2) for one in row.figures))
        for row in answer.table.rows
    )
    return replace(answer, table=replace(answer.table, rows=rows))


def a_row_lost(answer: Answer) -> Answer:
    return replace(answer, table=replace(answer.table, rows=answer.table.rows[1:]))


def total_off_by_a_cent(answer: Answer) -> Answer:
    total = answer.table.total
    if total is None or total.figures[0] is None:
        return answer
    off = replace(total.figures[0], value=total.figures[0].value + Fraction(1, 100))
    return replace(answer, table=replace(answer.table, total=replace(total, figures=(off, *total.figures[1:]))))


def a_number_of_its_own(answer: Answer) -> Answer:
    return replace(answer, text=f"{answer.text} That is about 17 % more than usual.")


def a_name_let_out(answer: Answer) -> Answer:
    return replace(answer, suggestions=(*answer.suggestions, "Revenue of Acme Labs and Lumen last month"))


def another_time(answer: Answer) -> Answer:
    """The right number, under the name of the month before."""
    label = answer.query.period.label
    other = label.replace("September", "August").replace("30 August", "31 August")
    query = replace(answer.query, period=replace(answer.query.period, label=other))
    return replace(answer, query=query, text=answer.text.replace(label, other))


def rows_swapped(answer: Answer) -> Answer:
    """Each row with the numbers of another."""
    rows = answer.table.rows
    moved = (*rows[1:], *rows[:1])
    swapped = tuple(replace(one, figures=other.figures) for one, other in zip(rows, moved, strict=True))
    return replace(answer, table=replace(answer.table, rows=swapped))


def a_name_in_the_text(answer: Answer) -> Answer:
    return replace(answer, text=f"{answer.text} Only Acme Labs and Lumen had more.")


def a_name_in_a_caveat(answer: Answer) -> Answer:
    return replace(answer, caveats=(*answer.caveats, "Acme Labs and Lumen are left out."))


@pytest.mark.parametrize(
    ("fault", "scorer"),
    [
        (doubled, "figures"),
        (a_row_lost, "figures"),
        (total_off_by_a_cent, "figures"),
        (a_number_of_its_own, "trace"),
        (a_name_let_out, "leakage"),
        (a_name_in_the_text, "leakage"),
        (a_name_in_a_caveat, "leakage"),
        (rows_swapped, "figures"),
        (another_time, "period"),
    ],
)
def test_an_answer_that_was_tampered_with_is_found_out(
    fault: Callable[[Answer], Answer],
    scorer: str,
    houses: Stages,
    asked: tuple[Case, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def planted(*given: Any) -> Any:  # noqa: ANN401 - as the answers have it
        outcome = compose(*given)
        return fault(outcome) if isinstance(outcome, Answer) else outcome

    monkeypatch.setattr("assistant.ask.compose", planted)

    found = {its.scorer for one in run(asked, houses).scores for its in one.problems}

    assert scorer in found


def test_the_name_of_another_time_over_the_right_days_is_a_wrong_number(
    houses: Stages, by_name: Mapping[str, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    def planted(*given: Any) -> Any:  # noqa: ANN401 - as the answers have it
        outcome = compose(*given)
        return another_time(outcome) if isinstance(outcome, Answer) else outcome

    monkeypatch.setattr("assistant.ask.compose", planted)

    score = examine(by_name["hand-hours-by-person"], houses)

    assert score.wrong_number
    assert {one.scorer for one in score.problems} == {"period"}


def test_a_right_that_is_not_checked_is_found_out(
    houses: Stages, asked: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the asker of a question is taken for the director, who may see everything."""
    house = next(houses.house(one.stage) for one in asked)
    everything = house.view_for("ida.jones@tenrows.example")

    def planted(query: Query, _: object, today: Any) -> Any:  # noqa: ANN401 - as permissions have it
        return authorise(query, everything, today)

    monkeypatch.setattr("assistant.ask.authorise", planted)

    scores = {one.case.name: one for one in run(asked, houses).scores}

    assert scores["note-am-refused"].wrong_number


def test_replies_that_vary_are_found_out(
    houses: Stages, asked: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(range(1000))

    def planted(*given: Any) -> Any:  # noqa: ANN401 - as the answers have it
        outcome = compose(*given)
        return outcome if isinstance(outcome, Ended) else replace(outcome, caveats=(f"This is no. {next(times)}.",))

    monkeypatch.setattr("assistant.ask.compose", planted)

    assert run(asked, houses, repeats=2).same.hits < len(asked)
