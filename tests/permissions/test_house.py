"""The one door: who comes in, and of which snapshot they get their view."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pyarrow as pa
import pytest

from assistant.agency.tables import TABLES, Sensitivity
from assistant.errors import UsageError, WorkspaceError
from assistant.permissions import house as door
from assistant.permissions.house import LOCAL_OWNER, House, SnapshotTables
from assistant.permissions.policy import Scope, policy
from assistant.permissions.reach import Viewer
from assistant.store.snapshots import QUARANTINE, Snapshot, Workspace
from tests.agency_notation import agency
from tests.permissions.small_agency import AGENCY, USERS, small_agency, view

AT = datetime(2025, 4, 1, tzinfo=UTC)


def store(folder: Path, tables: Mapping[str, pa.Table], settings: str = "") -> House:
    """A workspace with these tables, opened."""
    workspace = Workspace(folder)
    workspace.settings_path.write_text(settings, encoding="utf-8")
    with workspace.locked():
        workspace.commit(tables, QUARANTINE.empty_table(), {}, settings, AT)
    return House.open(folder)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return store(tmp_path, small_agency())


@pytest.mark.parametrize("role", USERS)
def test_each_user_gets_the_view_of_their_role(house: House, role: str) -> None:
    seen = house.view_for(USERS[role].email)
    assert seen.viewer == USERS[role]
    assert seen.snapshot == view(role).snapshot
    for name in TABLES:
        assert seen.content(name) == view(role).content(name)


def test_a_code_that_no_row_has_is_not_handed_out() -> None:
    class Stored:
        """A snapshot whose file has the name of somebody all of whose rows went to the quarantine."""

        def row_count(self, _: str) -> int:
            return 3

        def table(self, _: str, __: object, *, dictionaries: bool) -> pa.Table:
            assert dictionaries
            halves = [([0, None], ["ana", "gone"]), ([0], ["ben"])]
            chunks = [pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), ids) for codes, ids in halves]
            return pa.table({"person_id": pa.chunked_array(chunks)})

    stored = SnapshotTables(cast("Snapshot", Stored()))

    coded = stored.coded("time_entries", "person_id")

    assert coded.to_pylist() == stored.column("time_entries", "person_id").to_pylist() == ["ana", None, "ben"]
    assert {code for chunk in coded.chunks for code in chunk.dictionary.to_pylist()} == {"ana", "ben"}


def test_which_person_a_user_is_follows_from_the_address(house: House) -> None:
    assert house.view_for("Pia@x.co ").viewer == Viewer("pia@x.co", "Pia", "project_manager", "pia")


def test_the_users_are_listed_by_address(house: House) -> None:
    assert [one.email for one in house.users()][:3] == ["abe@x.co", "adm@x.co", "amy@x.co"]


def test_an_address_nobody_has_is_refused_with_the_next_step(house: House) -> None:
    with pytest.raises(UsageError) as raised:
        house.view_for("eve@x.co")
    assert str(raised.value) == "There is no user eve@x.co. See who may ask with: reckon users list"


def test_where_there_are_users_somebody_must_be_named(house: House) -> None:
    with pytest.raises(UsageError, match="Nobody is named with --as"):
        house.view_for("")


def test_without_users_there_is_one_local_owner_who_sees_everything(tmp_path: Path) -> None:
    house = store(tmp_path, {**small_agency(), "users": small_agency()["users"].slice(0, 0)})
    assert house.users() == ()
    assert house.view_for("").viewer == LOCAL_OWNER
    with pytest.raises(UsageError, match="There is no user ana"):
        house.view_for("ana@x.co")


def test_a_folder_without_data_is_no_house(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="reckon demo"):
        House.open(tmp_path)


def test_a_view_is_kept_until_the_data_changes(house: House) -> None:
    before = house.view_for("ana@x.co")
    assert house.view_for("ANA@x.co") is before
    store(house.workspace.path, agency(AGENCY.replace("2025-03-03  6 ", "2025-03-03  7 ")))
    after = house.view_for("ana@x.co")
    assert after.snapshot != before.snapshot
    assert after.cache_key != before.cache_key
    assert before.content("time_entries").column("hours").to_pylist() == [21_600, 7_200]
    assert after.content("time_entries").column("hours").to_pylist() == [25_200, 7_200]


def test_only_so_many_views_are_kept(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_VIEWS", 2)
    first = house.view_for("ana@x.co")
    house.view_for("amy@x.co")
    house.view_for("pia@x.co")
    assert house.view_for("ana@x.co") is not first


def test_the_settings_of_the_workspace_change_the_matrix(tmp_path: Path) -> None:
    house = store(tmp_path, small_agency(), '[permissions.coordinator]\nprice = "all"\n')
    assert house.view_for("coo@x.co").has("invoices")
    assert not house.view_for("ana@x.co").has("invoices")


def test_permissions_taken_away_are_gone_at_once(tmp_path: Path) -> None:
    house = store(tmp_path, small_agency(), '[permissions.coordinator]\nprice = "all"\n')
    assert house.view_for("coo@x.co").has("invoices")
    house.workspace.settings_path.write_text("", encoding="utf-8")
    assert not house.view_for("coo@x.co").has("invoices")
    assert house.policy.role("coordinator").grants[Sensitivity.PRICE].scope is Scope.NONE


def test_an_admin_may_look_through_the_eyes_of_a_changed_role(house: House) -> None:
    changed = policy({"member": {"price": "own projects"}}).role("member")
    assert not house.view_for("ana@x.co").has("invoices")
    assert house.view_as(USERS["member"], changed).has("invoices")


def test_a_user_with_a_role_that_is_gone_is_told_what_to_do(tmp_path: Path) -> None:
    house = store(tmp_path, agency(AGENCY.replace("coo@x.co  Coo   coordinator", "coo@x.co  Coo   producer")))
    with pytest.raises(UsageError, match="There is no role “producer”"):
        house.view_for("coo@x.co")


@pytest.mark.parametrize(
    ("role", "tables"),
    [
        ("admin", ["absences", "people", "time_entries"]),
        ("finance", ["people", "time_entries"]),
        ("project_manager", ["people"]),
        ("coordinator", ["people"]),
        ("account_manager", []),
        ("member", []),
    ],
)
def test_quarantine_is_told_of_tables_that_are_seen_in_full(tmp_path: Path, role: str, tables: list[str]) -> None:
    workspace = Workspace(tmp_path)
    rows = [
        {"table": name, "file": f"{name}.csv", "row": 7, "column": "date", "value": "secret", "reason": "no date"}
        for name in ("absences", "people", "time_entries")
    ]
    with workspace.locked():
        workspace.commit(small_agency(), pa.Table.from_pylist(rows, QUARANTINE), {}, "", AT)
    held = House.open(tmp_path).view_for(USERS[role].email).quarantine()
    assert held.column("table").to_pylist() == tables
    assert held.column_names == ["table", "file", "row", "column", "reason"]
