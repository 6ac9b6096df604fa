"""Other words find their metric or a question back; they decide no name, no period and nothing that is not measured."""

import pytest

from assistant.metrics.catalogue import METRICS
from assistant.metrics.everyday import everyday
from assistant.outcome import Clarification, Unsupported
from assistant.planning.meaning import meant, nearest
from assistant.planning.paraphrase import is_sure
from assistant.query import Plan, Query
from assistant.settings import Settings
from benchmarks.paraphrases import cases, halves
from tests.planning.an_agency import FakeView, ask

UNMEASURED = [one.said for one in cases() if not one.metrics]


def by_meaning(question: str) -> Query:
    """The one query of a question that is planned by what its words mean."""
    plan = ask(question)
    assert isinstance(plan, Plan), plan.text
    assert plan.queries[0].understood
    return plan.queries[0]


def test_the_cases_are_many_and_their_metrics_exist() -> None:
    assert len(cases()) >= 120
    assert {metric for one in cases() for metric in one.metrics} <= set(METRICS)
    assert set(everyday()) <= set(METRICS)


@pytest.mark.parametrize("half", [0, 1], ids=["the half that sets the thresholds", "the half that is reported"])
def test_what_is_sure_is_right(half: int) -> None:
    found = {one: meant(one.said, tuple(METRICS)) for one in halves()[half]}
    sure = {one: near.likely[0].metric for one, near in found.items() if is_sure(near)}

    assert len(sure) > 5
    assert all(metric in one.metrics for one, metric in sure.items())


@pytest.mark.parametrize("question", UNMEASURED)
def test_what_is_not_measured_is_never_planned_by_what_comes_nearest(question: str) -> None:
    outcome = ask(question)

    assert not isinstance(outcome, Plan)
    assert "in these words" not in outcome.text


def test_names_and_periods_are_those_that_the_grammar_understood() -> None:
    found = by_meaning("how quickly do our bills get settled by Acme Corp in September")

    assert found.metrics == ("dso",)
    assert [one.names for one in found.where] == [("Acme Corp",)]
    assert found.period.end.isoformat() == "2026-09-30"


@pytest.mark.parametrize(
    "question",
    [
        "how quickly do our bills get settled by Initrode",
        "how quickly do our bills get settled by zebra",
        "how quickly do our purple bills get settled",
        "how quickly do our 2nd bills get settled",
    ],
)
def test_a_word_that_could_be_a_name_or_means_more_is_not_explained_away(question: str) -> None:
    assert not isinstance(ask(question), Plan)


def test_several_that_are_near_are_asked_about_as_whole_questions() -> None:
    outcome = ask("are we any good at closing this year")

    assert isinstance(outcome, Clarification)
    assert "Win rate this year" in outcome.options
    assert 1 < len(outcome.options) <= 3
    assert all(isinstance(ask(one), Plan) for one in outcome.options)


def test_where_nothing_is_near_the_nearest_questions_are_offered() -> None:
    outcome = ask("how much coffee did we drink")

    assert isinstance(outcome, Unsupported)
    assert len(outcome.suggestions) == 3
    assert all(isinstance(ask(one), Plan) for one in outcome.suggestions)


def test_what_the_asker_may_not_ask_is_not_what_comes_nearest() -> None:
    assert "dso" not in {one.metric for one in nearest("how quickly do our bills get settled", ("tracked_hours",))}


def test_without_the_setting_the_words_stay_unknown() -> None:
    without = FakeView(settings=Settings(paraphrases=False))

    assert isinstance(ask("how quickly do our bills get settled", without), Unsupported)


def test_names_and_periods_stay_in_what_is_offered() -> None:
    outcome = ask("how much has Acme Corp coughed up so far this year for what it got")

    assert isinstance(outcome, Clarification)
    assert any("for client Acme Corp" in one for one in outcome.options)
    assert all(isinstance(ask(one), Plan) for one in outcome.options)


def test_a_word_known_not_to_be_measured_comes_with_what_the_whole_question_is_near_to() -> None:
    outcome = ask("how much cash are people late with")

    assert isinstance(outcome, Unsupported)
    assert outcome.text.startswith("“cash” is not measured here yet.")
    assert outcome.suggestions[0] == "Overdue receivables"


@pytest.mark.parametrize(
    "question",
    [
        "how much did initrode cough up",
        "how are things at zzyzx",
        "how much was the toil for Globex",
        "is 4711 too dear",
    ],
)
def test_what_could_be_a_name_is_never_left_out_of_what_is_offered(question: str) -> None:
    outcome = ask(question)

    assert not isinstance(outcome, Plan)
    assert "in these words" not in outcome.text


def test_a_mere_list_is_not_the_answer_where_the_words_clearly_mean_something_measured() -> None:
    outcome = ask("how are the jobs doing")

    assert isinstance(outcome, Clarification)
    assert outcome.options == ("Health by project", "Number of projects by project")


@pytest.mark.parametrize("question", ["which projects are running at the moment", "which clients do we have in total"])
def test_a_list_that_is_asked_for_is_given(question: str) -> None:
    assert isinstance(ask(question), Plan)


@pytest.mark.parametrize(
    ("question", "option"),
    [
        ("who have we lost from the staff this year", "Leavers by person this year"),
        ("are people giving up their Saturdays for us this year", "Weekend hours by person on Saturdays this year"),
        ("which roles would we be short of if they all say yes", "Capacity gap by job title"),
        ("are we late in recording our time", "Entry lag"),
    ],
    ids=["cannot be told so", "of the measure", "an if", "several readings"],
)
def test_what_was_taken_for_something_else_is_offered_where_its_meaning_is_clear(question: str, option: str) -> None:
    outcome = ask(question)

    assert isinstance(outcome, Clarification)
    assert option in outcome.options


@pytest.mark.parametrize(
    "question",
    ["free hours for Northwind", "what if we raise our prices by 10%", "revenue since we started with Northwind"],
)
def test_a_measure_that_is_named_and_a_mere_supposition_end_as_they_did(question: str) -> None:
    outcome = ask(question)

    assert not isinstance(outcome, Plan)
    assert "in these words" not in outcome.text


def test_whose_is_told_of_each() -> None:
    found = by_meaning("whose diary is packed next week")

    assert found.metrics == ("scheduled_utilization",)
    assert found.by == ("person",)


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("how quickly is each project munching through its money", "Burn rate per week by project"),
        ("what does an hour of ours go for", "Average billable rate"),
        ("who jumped ship this year", "Leavers"),
        ("time we can't charge anyone for", "Non-billable hours"),
        ("what might we win, taking the odds into account", "Weighted pipeline"),
    ],
)
def test_what_is_meant_is_among_what_is_offered(question: str, offered: str) -> None:
    outcome = ask(question)

    assert isinstance(outcome, Clarification)
    assert any(one.startswith(offered) for one in outcome.options), outcome.options


@pytest.mark.parametrize("question", ["who is coasting", "who can't"])
def test_an_ordinary_word_is_neither_a_slip_nor_a_name(question: str) -> None:
    outcome = ask(question)

    assert isinstance(outcome, Clarification | Unsupported)
    assert "nothing called" not in outcome.text
    assert "“ca”" not in outcome.text
