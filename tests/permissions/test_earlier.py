"""What was known on an earlier day: the data of then, for the eyes of today."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.ask import ask, ask_on_record
from assistant.outcome import NoData, Refusal
from assistant.permissions.house import House
from assistant.permissions.view import View
from assistant.query import Question
from assistant.store.snapshots import QUARANTINE, Workspace
from tests.agency_notation import agency
from tests.permissions.small_agency import AGENCY, USERS, ids

FIRST, SECOND = datetime(2025, 3, 10, 23, 30, tzinfo=UTC), datetime(2025, 4, 10, 8, tzinfo=UTC)
BEFORE, THEN, TODAY = date(2025, 3, 9), date(2025, 3, 20), date(2025, 4, 15)

CORRECTED = (
    AGENCY.replace("e1     ana     site     2025-03-03  6 ", "e1     ana     site     2025-03-03  7 ")
    .replace("zeta    Zeta   active  abe@x.co", "zeta    Zeta   active  amy@x.co")
    .replace("acme    Acme   active  amy@x.co", "acme    Acme   active  abe@x.co")
)
"""An hour more on Site; Amy and Abe have changed clients."""


def ingested(folder: Path, *states: tuple[str, datetime], settings: str = "") -> House:
    """A workspace to which these states of the small agency came, one after the other."""
    folder.mkdir(exist_ok=True)
    workspace = Workspace(folder)
    workspace.settings_path.write_text(settings, encoding="utf-8")
    for state, at in states:
        with workspace.locked():
            workspace.commit(agency(state), QUARANTINE.empty_table(), {}, settings, at)
    return House.open(folder)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Two states: the second corrects an entry and moves the clients to other managers."""
    return ingested(tmp_path, (AGENCY, FIRST), (CORRECTED, SECOND))


def then(house: House, role: str = "admin") -> View:
    seen = house.view_for(USERS[role].email).as_known_on(THEN)
    assert isinstance(seen, View)
    return seen


def said(house: House, question: str, role: str = "admin", known_on: date | None = None) -> str:
    return ask(Question(question, USERS[role].email, TODAY, known_on=known_on), house).first.text


def test_the_old_number_comes_back(house: House) -> None:
    assert said(house, "hours in March") == "Tracked hours, March 2025: 29 h."
    assert said(house, "hours in March as known on 20 March") == (
        "Tracked hours, March 2025, through 20 March 2025, as known on 20 March 2025: 28 h."
    )
    assert said(house, "hours in March", known_on=THEN) == said(house, "hours in March as known on 20 March")


def test_the_answer_names_the_data_it_rests_on(house: House) -> None:
    reply = ask(Question("hours in March as known on 20 March", USERS["admin"].email, TODAY), house)
    assert isinstance(reply.first, Answer)
    told = reply.to_json()
    assert told["snapshot"] == then(house).snapshot != house.view_for(USERS["admin"].email).snapshot
    assert told["plan"][0]["known_on"] == "2025-03-20"  # type: ignore[index]
    assert told["verification"]["status"] == "verified"  # type: ignore[index]


def test_before_there_was_data_there_is_no_number(house: House) -> None:
    reply = ask(Question("hours in March as known on 9 March", USERS["admin"].email, TODAY), house)
    assert isinstance(reply.first, NoData)
    assert reply.first.text == (
        "There is no data of that day: the first came in on 2025-03-10. Ask as known on a later day."
    )
    assert isinstance(house.view_for(USERS["admin"].email).as_known_on(BEFORE), NoData)


def test_a_day_is_one_of_the_workspaces_time_zone(tmp_path: Path) -> None:
    house = ingested(tmp_path, (AGENCY, FIRST), settings='timezone = "Europe/Zagreb"\n')
    assert house.workspace.known_on(date(2025, 3, 10)) is None
    assert house.workspace.known_on(date(2025, 3, 11)) is not None


def test_what_came_in_is_known_on_a_fixed_today_whatever_the_clock_says(tmp_path: Path) -> None:
    house = ingested(tmp_path, (AGENCY, SECOND), settings="today = 2025-03-05\n")
    assert house.workspace.known_on(date(2025, 3, 4)) is None
    assert house.workspace.known_on(date(2025, 3, 5)) is not None


def test_the_newest_state_of_a_day_counts(tmp_path: Path) -> None:
    house = ingested(tmp_path, (AGENCY, FIRST), (CORRECTED, FIRST))
    assert said(house, "hours in March as known on 20 March").endswith("29 h.")


def test_whose_a_client_is_is_told_by_today(house: House) -> None:
    assert ids(then(house, "account_manager"), "clients", "client_id") == ["zeta"]
    assert ids(then(house, "account_manager"), "invoices", "invoice_id") == ["i4"]


def test_whose_a_client_was_counts_where_it_is_there_no_longer(tmp_path: Path) -> None:
    gone = "\n".join(line for line in AGENCY.splitlines() if "acme" not in line and "i1" not in line)
    house = ingested(tmp_path, (AGENCY, FIRST), (gone, SECOND))
    assert ids(then(house, "account_manager"), "clients", "client_id") == ["acme"]


def test_the_role_is_that_of_today(tmp_path: Path) -> None:
    raised = AGENCY.replace("coo@x.co  Coo   coordinator", "coo@x.co  Coo   finance")
    house = ingested(tmp_path, (raised, FIRST), (AGENCY, SECOND))
    first = ask(Question("revenue in March as known on 20 March", USERS["coordinator"].email, TODAY), house).first
    assert isinstance(first, Refusal)
    assert first.text == ask(Question("revenue in March", USERS["coordinator"].email, TODAY), house).first.text


def test_the_matrix_is_that_of_today(house: House) -> None:
    assert not then(house, "coordinator").has("invoices")
    house.workspace.settings_path.write_text('[permissions.coordinator]\nprice = "all"\n', encoding="utf-8")
    assert then(house, "coordinator").has("invoices")


def test_what_was_hidden_then_changes_nothing(tmp_path: Path) -> None:
    other = AGENCY.replace("e3     bo      film     2025-03-03  8 ", "e3     bo      film     2025-03-03  5 ")
    one, two = (
        ingested(tmp_path / name, (state, FIRST), (CORRECTED, SECOND))
        for name, state in (("one", AGENCY), ("two", other))
    )
    assert other != AGENCY
    question = Question("hours by project in March as known on 20 March", USERS["member"].email, TODAY)
    assert ask(question, one).to_json() == ask(question, two).to_json()


def test_one_view_of_a_day_is_made_once(house: House) -> None:
    seen = house.view_for(USERS["admin"].email)
    assert seen.as_known_on(THEN) is seen.as_known_on(date(2025, 3, 21))
    assert seen.as_known_on(TODAY) is seen
    assert seen.as_known_on(None) is seen


def test_what_was_taught_holds_for_every_day_and_makes_no_view_twice(house: House) -> None:
    ask_on_record(Question("by flicks I mean Film", USERS["admin"].email, TODAY), house, SECOND)
    seen = house.view_for(USERS["admin"].email)
    assert [one.said for one in seen.lessons] == ["flicks"]
    assert house.view_for(USERS["admin"].email) is seen.as_known_on(TODAY) is seen
    earlier = seen.as_known_on(THEN)
    assert isinstance(earlier, View)
    assert earlier.lessons == seen.lessons
    assert earlier is seen.as_known_on(date(2025, 3, 21))
