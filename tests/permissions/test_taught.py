"""What is taught is kept in the workspace, and a nickname of what is hidden does not exist."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.ask import ask_on_record
from assistant.permissions.house import House
from assistant.query import Question
from tests.permissions.small_agency import small_agency
from tests.permissions.test_house import store

AT = datetime(2026, 10, 15, 9, 30, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return store(tmp_path, small_agency())


def told(house: House, text: str, who: str) -> str:
    """What somebody is told."""
    return ask_on_record(Question(text, who, date(2026, 10, 15)), house, AT).first.text


def test_a_nickname_is_kept_and_taken_back(house: House) -> None:
    client = house.view_for("adm@x.co").named("client")[0]

    told(house, f"when we say mothership we mean {client.label}", "adm@x.co")

    assert [one.means for one in House.open(house.workspace.path).view_for("adm@x.co").lessons] == [client.id]
    told(house, "forget mothership", "adm@x.co")
    assert house.view_for("adm@x.co").lessons == ()


def test_a_nickname_of_a_hidden_client_does_not_exist(house: House) -> None:
    everyone = {one.email: house.view_for(one.email) for one in house.users()}
    clients = everyone["adm@x.co"].named("client")
    hidden = next(
        (email, client)
        for email, view in everyone.items()
        for client in clients
        if client.id not in {one.id for one in view.named("client")}
    )
    email, client = hidden
    before = told(house, "hours for mothership last month", email)

    told(house, f"when we say mothership we mean client {client.label}", "adm@x.co")

    assert house.view_for(email).lessons == ()
    assert told(house, "hours for mothership last month", email) == before


def test_what_somebody_teaches_who_does_not_see_everything_is_theirs_alone(house: House) -> None:
    told(house, "by posse we mean team", "coo@x.co")

    assert [one.said for one in house.view_for("coo@x.co").lessons] == ["posse"]
    assert house.view_for("adm@x.co").lessons == ()
