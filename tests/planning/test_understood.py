"""Questions that are understood: each becomes exactly the queries written below it in `understood.txt`."""

from collections import Counter

import pytest

from tests.planning.an_agency import become, queries
from tests.planning.tables import cases

TABLES = (
    "understood.txt",
    "understood_words.txt",
    "understood_everyday.txt",
    "understood_spoken.txt",
    "understood_asked.txt",
    "understood_periods.txt",
    "understood_periods2.txt",
    "understood_periods3.txt",
    "understood_production.txt",
    "understood_turns.txt",
    "understood_rewordings.txt",
    "understood_fluent.txt",
    "understood_people.txt",
    "understood_compound.txt",
    "understood_combined.txt",
    "understood_in_turns.txt",
    "understood_ahead.txt",
    "understood_money_asked.txt",
    "understood_projects.txt",
    "understood_day.txt",
    "understood_little_words.txt",
    "understood_picked.txt",
    "understood_records.txt",
    "understood_studios.txt",
    "understood_sets.txt",
    "understood_traps.txt",
    "understood_finance.txt",
    "understood_firms.txt",
    "understood_hurried.txt",
    "understood_coordinators.txt",
    "understood_delivery.txt",
    "understood_owners.txt",
    "understood_compared.txt",
    "understood_rows.txt",
    "understood_conditions.txt",
    "understood_by_day.txt",
    "understood_composed.txt",
)
UNDERSTOOD = {question: planned for table in TABLES for question, planned in cases(table).items()}


@pytest.mark.parametrize("table", TABLES)
def test_a_question_becomes_exactly_these_queries(table: str) -> None:
    planned = cases(table)

    assert {question: become(question) for question in planned} == planned


@pytest.mark.parametrize("table", TABLES)
def test_case_and_an_end_sign_change_nothing(table: str) -> None:
    planned = {
        f"{bare[0].upper()}{bare[1:]} ?": made for one, made in cases(table).items() if (bare := one.rstrip("?!"))
    }

    assert {question: become(question) for question in planned} == planned


def test_no_question_stands_in_two_tables() -> None:
    standing = Counter(question for table in TABLES for question in cases(table))

    assert [question for question, count in standing.items() if count > 1] == []


@pytest.mark.parametrize(
    "question",
    [
        "tell me about Northwind",
        "give me everything on Northwind",
        "what's going on with Northwind",
        "an update on Northwind",
        "summary for Northwind",
        "give me a quick summary of Northwind",
        "status of everything for Northwind",
        "prep me for a call with Northwind",
        "I have a call with Northwind at 3pm, what do I need to know?",
        "brief me on Northwind",
    ],
)
def test_whoever_asks_for_everything_gets_the_status(question: str) -> None:
    assert queries(question) == queries("status of Northwind")
