"""The words themselves: every word of the glossary leads to its metric, and none to two."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pyarrow as pa

from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric
from assistant.planning import words, words_measured, words_of_firms
from assistant.planning.dates import Outlook
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord, codes
from assistant.query import Plan
from tests.planning.an_agency import ask

if TYPE_CHECKING:
    from assistant.permissions.view import View

SYNONYMS = {
    said: name
    for name, metric in METRICS.items()
    for said in (metric.title, name.replace("_", " "), *metric.also_called)
}


def test_no_word_stands_for_two_metrics() -> None:
    spoken = {(key(said), name) for said, name in SYNONYMS.items()}

    assert [said for said, count in Counter(said for said, _ in spoken).items() if count > 1] == []


def leads_to(said: str) -> str:
    """The metric that a word leads to; what is said where it leads to none."""
    of_people = said not in SYNONYMS or "person" in METRICS[SYNONYMS[said]].by
    plan = ask(f"{'who' if of_people else 'which project'} is {said}" if said in words.SUPERLATIVES else said)
    return plan.queries[0].metrics[0] if isinstance(plan, Plan) else plan.text


def test_every_word_of_the_glossary_leads_to_its_metric() -> None:
    assert {said: led for said in SYNONYMS if (led := leads_to(said)) != SYNONYMS[said]} == {}


NOUNS = {"absence": "leave spell"}
"""What is asked by where the name of a breakdown is a word for a measure."""


def rows_of(metric: Metric, dimension: str) -> tuple[str, ...] | str:
    """The breakdowns of the plan of a metric by one of them; what is said where there is none."""
    noun = NOUNS.get(dimension, dimension.replace("_", " "))
    plan = ask(f"{metric.title} by {noun} {'' if metric.only_now else 'last quarter'}")
    return plan.queries[0].by if isinstance(plan, Plan) else plan.text


def test_every_metric_can_be_asked_by_each_of_its_breakdowns() -> None:
    found = {(name, one): rows_of(metric, one) for name, metric in METRICS.items() for one in metric.by}

    assert {asked: by for asked, by in found.items() if isinstance(by, str) or asked[1] not in by} == {}


def test_what_is_measured_is_no_longer_said_to_be_missing() -> None:
    measured = {key(said) for said in SYNONYMS}
    lists = (*words_measured.UNMEASURED.values(), *words_of_firms.UNMEASURED.values())
    missing = {key(said) for said in (word for several in lists for word in several)}

    assert measured & missing == set()


def test_metrics_named_by_the_word_lists_are_spelt_as_in_the_glossary() -> None:
    named = {one for lists in (words_measured.UNMEASURED, words_measured.AMBIGUOUS) for near in lists for one in near}
    named |= set(words.LESS_IS_BETTER) | set(words.VERBS) | set(words_measured.AS_A_SHARE) - set(SYNONYMS)

    assert named - set(METRICS) <= {"pipeline_value"}


def test_the_outlooks_of_metrics_are_those_dates_know() -> None:
    assert {metric.outlook.value for metric in METRICS.values()} <= {one.value for one in Outlook}


CONTRACT = {
    "contracted_hours": "gross capacity",
    "available_hours": "capacity, available time, net capacity",
    "scheduled_hours": "booked, planned, allocated",
    "tracked_hours": "worked, logged, actual, hours spent",
    "non_billable_hours": "unbillable",
    "internal_hours": "overhead time",
    "free_hours": "remaining availability",
    "overbooked_hours": "over-allocation",
    "bench_hours": "idle",
    "absence_days": "time off, leave",
    "absence_rate": "lost-time rate",
    "leave_balance_days": "days left",
    "missing_hours": "timesheet gap",
    "timesheet_completeness": "compliance",
    "plan_variance_hours": "tracked vs plan",
    "budget_total": "contract value",
    "budget_used": "spent, burned",
    "budget_used_percent": "burn",
    "burn_index": "pace, burning too fast",
    "budget_runout_date": "exhaustion",
    "overserviced_hours": "scope creep",
    "unbilled": "WIP",
    "average_billable_rate": "effective hourly rate, realized rate",
}
"""What the definitions in force call each metric besides."""


def test_what_the_definitions_call_a_metric_besides_leads_to_it() -> None:
    besides = {said: name for name, words_ in CONTRACT.items() for said in words_.split(", ")}

    assert {said: leads_to(said) for said in besides} == besides


@dataclass(frozen=True)
class Projects:
    """A view of two projects and their codes."""

    def rows(self, _: str, __: Sequence[str]) -> pa.Table:
        return pa.table({"project_id": ["one", "two"], "code": ["IN", "IN-2"]})


def test_a_code_that_is_said_in_every_question_is_no_name() -> None:
    """ "Revenue by project in May" asks for no project called IN."""
    labels = [NameWord("project", "one", "Internal"), NameWord("project", "two", "Intranet")]

    found = dict(codes(cast("View", Projects()), labels))

    assert list(found.items()) == [(key("IN-2"), labels[1])]
