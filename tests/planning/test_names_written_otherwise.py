"""Names as people type them: initials, legal forms, figures, words that several share, and what is told of whom."""

import pytest

from assistant.outcome import Clarification
from assistant.planning.labels import without_suffix
from assistant.query import Plan, Turn
from tests.planning.an_agency import NAMES, FakeView, ask, written

ADDED = {
    "person": ("J. R. Patel", "A.J. Brooks", "Penny Cost"),
    "client": ("3M", "Acme Corporation", "Harbour Ltd", "Sage"),
    "project": ("Phase 2 (Acme)", "Phase 2 (Globex)", "Sage One (Acme)", "Sage One (Globex)", "Q3 Campaign (Sage)"),
    "budget": ("Fixed fee (Q3 Campaign (Sage))",),
    "service": (
        "Launch sprint (Fixed fee (Phase 2 (Acme)))",
        "Launch sprint (Fixed fee (Phase 2 (Globex)))",
        "Copy (Fixed fee (Q3 Campaign (Sage)))",
    ),
}
VIEW = FakeView(names={**NAMES, **{kind: (*NAMES[kind], *names) for kind, names in ADDED.items()}})
PHASES = ("Phase 2 (Acme)", "Phase 2 (Globex)")


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("jr patel utilization", "person = J. R. Patel"),
        ("j.r. patel's hours", "person = J. R. Patel"),
        ("AJ Brooks hours", "person = A.J. Brooks"),
        ("aj's absence", "person = A.J. Brooks"),
        ("harbour limited hours", "client = Harbour Ltd"),
        ("acme corporation hours last week", "client = Acme Corporation"),
        ("3m hours", "client = 3M"),
        ("hours 3m last month", "client = 3M"),
        ("penny's cost last month", "person = Penny Cost"),
        ("penny cost hours", "person = Penny Cost"),
        ("q3 campaign hours", "project = Q3 Campaign (Sage)"),
        ("launch sprint hours last month", "service = " + " + ".join(ADDED["service"][:2])),
        ("clients with revenue over 3m this year", ""),
    ],
)
def test_a_name_is_found_however_it_is_written(question: str, where: str) -> None:
    outcome = ask(question, VIEW)
    assert isinstance(outcome, Plan), outcome
    assert written(outcome.queries[0]).split(" | ")[2].strip() == where


def test_a_name_of_several_made_of_ordinary_words_is_asked_back() -> None:
    for question in ("phase 2 hours last month", "hours without phase 2"):
        outcome = ask(question, VIEW)
        assert isinstance(outcome, Clarification), outcome
        assert outcome.options == tuple(question.replace("phase 2", one) for one in PHASES)


def test_a_follow_up_does_not_cut_a_name() -> None:
    before = ask("who worked on Globex app last month", VIEW)
    assert isinstance(before, Plan)
    outcome = ask("and on sage one", VIEW, Turn(before))
    assert isinstance(outcome, Clarification), outcome
    assert outcome.text.startswith("“sage one” can be Sage One (Acme) or Sage One (Globex)")


def test_what_tells_a_label_from_others_is_taken_from_it_as_a_whole() -> None:
    assert without_suffix("Strategy (Fixed fee (App (Acme)))") == "Strategy"
    assert without_suffix("Design (UX) (Website)") == "Design (UX)"
    assert without_suffix("(Untitled)") == "(Untitled)"
    assert without_suffix("Apollo") == "Apollo"
