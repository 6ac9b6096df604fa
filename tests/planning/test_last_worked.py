"""When something was last worked on: the day is looked up in the entries the asker may see."""

from datetime import date

import pytest

from assistant.outcome import Clarification, NoData
from assistant.query import Plan
from tests.planning.an_agency import ask, queries


@pytest.mark.parametrize(
    ("question", "planned"),
    [
        (
            "when did we last work for client Globex",
            "tracked_hours | person | client = Globex | 2026-10-14..2026-10-14",
        ),
        ("when did Ben last log time", "tracked_hours |  | person = Ben Okafor | 2026-10-09..2026-10-09"),
        ("when did Ben last work on Globex app", "tracked_hours |  | person = Ben Okafor, project = Globex app | 2026"),
        (
            "when was the last time someone logged time on Apollo",
            "tracked_hours | person | project = Apollo | 2025-01-",
        ),
        ("last time we worked on Apollo", "tracked_hours | person | project = Apollo | 2025-01-02..2025-01-02"),
        ("when did we last touch Apollo", "tracked_hours | person | project = Apollo | 2025-01-02..2025-01-02"),
        ("when did I last log time", "tracked_hours |  | person = Ana Kovač | 2025-01-02..2025-01-02"),
    ],
)
def test_the_last_day_with_time_on_it_is_told(question: str, planned: str) -> None:
    """Rejected time (of the 12th) and time dated after today (of the 20th) are none."""
    [made] = queries(question)

    assert made.startswith(planned)


def test_what_was_never_worked_on_has_no_last_day() -> None:
    assert isinstance(ask("when did we last work on Patient portal"), NoData)
    assert ask("when did we last work for Initrode") == NoData(
        "There is nothing called “Initrode” among what you may see."
    )


def test_a_name_of_two_things_is_asked_about_in_questions_for_the_last_day() -> None:
    made = ask("when did we last work for Globex")

    assert isinstance(made, Clarification)
    assert made.options == ("when did we last work on project Globex?", "when did we last work on client Globex?")
    assert queries(made.options[1]) == queries("when did we last work for client Globex")


def test_other_questions_for_a_last_time_are_none_of_it() -> None:
    assert not isinstance(ask("when did we last invoice Globex"), Plan)
    for question in ("hours last week on Apollo", "what did we last year log on Apollo", "last day of the sprint"):
        made = ask(question)
        assert not isinstance(made, Plan) or all(one.period.end != date(2025, 1, 2) for one in made.queries)
