"""The demo agency: complete, consistent, and the same every time."""

import json
import time
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.agency.tables import TABLES
from assistant.settings import read_settings
from ingest.demo import write_demo
from ingest.demo.frame import TODAY
from tests.ingest.demo_agency import HERE, Demo, days


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo")
    write_demo(made)
    return made


# --- the files


def test_it_is_the_same_every_time(folder: Path, demo_workspace: Path) -> None:
    again = files(demo_workspace)
    assert {name: again[name] for name in files(folder)} == files(folder)


def test_another_seed_gives_other_time(folder: Path, tmp_path: Path) -> None:
    write_demo(tmp_path, seed=1)
    assert files(tmp_path)["time_entries.csv"] != files(folder)["time_entries.csv"]


def test_it_takes_a_few_seconds(tmp_path: Path) -> None:
    before = time.process_time()
    write_demo(tmp_path)
    assert time.process_time() - before < 6


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_of_the_data_model_in_their_order(folder: Path, name: str) -> None:
    header = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == ",".join(TABLES[name].column_names)


def test_every_table_has_rows(demo: Demo) -> None:
    assert not [name for name in TABLES if not demo[name]]


def test_every_optional_column_is_used(demo: Demo) -> None:
    unused = [
        (name, column)
        for name, table in TABLES.items()
        for column in table.column_names
        if not any(row[column] for row in demo[name])
    ]
    assert unused == []


def test_every_value_of_every_closed_list_occurs_and_no_other(demo: Demo) -> None:
    for name, table in TABLES.items():
        for column in table.columns:
            if column.choices:
                found = {row[column.name] for row in demo[name]} - {""}
                assert (name, column.name, found) == (name, column.name, set(column.choices))


def test_a_required_cell_is_never_blank(demo: Demo) -> None:
    for name, table in TABLES.items():
        for column in table.columns:
            if column.required:
                assert all(row[column.name] for row in demo[name]), (name, column.name)


def test_every_reference_resolves(demo: Demo) -> None:
    for name, table in TABLES.items():
        for column in table.columns:
            if column.refers_to:
                known = {row[TABLES[column.refers_to].key[0]] for row in demo[column.refers_to]}
                used = {cell for row in demo[name] for cell in row[column.name].split(";") if cell}
                assert (name, column.name, used - known) == (name, column.name, set())


def test_every_manager_and_owner_is_a_person_and_every_user_too(demo: Demo) -> None:
    addresses = {row["email"] for row in demo["people"]}
    for name, column in (
        ("clients", "account_manager"),
        ("projects", "project_manager"),
        ("deals", "owner"),
        ("users", "email"),
    ):
        assert {row[column] for row in demo[name]} <= addresses


def test_every_key_is_unique(demo: Demo) -> None:
    for name, table in TABLES.items():
        keys = [tuple(row[column] for column in table.key) for row in demo[name]]
        assert len(keys) == len(set(keys)), name


def test_nothing_ends_before_it_starts(demo: Demo) -> None:
    for name in ("people", "absences", "projects", "budgets", "bookings", "deals", "targets"):
        for row in demo[name]:
            assert not row["end_date"] or row["start_date"] <= row["end_date"], (name, row)


def test_no_time_is_written_down_after_today(demo: Demo) -> None:
    latest = max(row["created_at"] for row in demo["time_entries"])
    assert latest[:10] <= TODAY.isoformat()


def test_the_settings_can_be_read(folder: Path) -> None:
    settings = read_settings(folder / "workspace.toml")
    assert settings.today == TODAY
    assert settings.base_currency == "EUR"


def test_there_are_ten_notes_with_front_matter(folder: Path, demo: Demo) -> None:
    projects = {row["project_id"] for row in demo["projects"]}
    clients = {row["name"] for row in demo["clients"]}
    people = {row["name"] for row in demo["people"]}
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "notes").glob("*.md"))]
    assert len(texts) == 10
    kinds, visibilities = set(), set()
    for text in texts:
        _, front, body = text.split("---\n", 2)
        fields = dict(line.split(": ", 1) for line in front.splitlines())
        assert fields.get("project", "HAL-INT") in projects
        assert fields.get("client", "Northwind") in clients
        assert fields["author"] in people
        assert len(body) > 300
        kinds.add(fields["kind"])
        visibilities.add(fields["visibility"])
    assert kinds == {"meeting", "status", "email", "brief", "decision"}
    assert visibilities == {"internal", "client"}


def test_every_row_of_it_loads(demo_workspace: Path) -> None:
    report = json.loads((demo_workspace.parent / "demo.json").read_text(encoding="utf-8"))
    assert report["errors"] == []
    assert {name for name, counts in report["tables"].items() if counts["new"]} == set(TABLES)
    assert not [name for name, counts in report["tables"].items() if counts["quarantined"]]


# --- what makes it a real agency


def test_people_work_about_as_long_as_their_contracts_say(demo: Demo) -> None:
    for person in demo["people"]:
        person_id = person["person_id"]
        past = days(date(2024, 4, 15), TODAY - timedelta(days=1))
        available = sum(HERE.available(person_id, day) for day in past) / 3600
        tracked = sum(
            float(row["hours"])
            for row in demo["time_entries"]
            if row["person_id"] == person_id and row["status"] != "rejected"
        )
        assert 0.93 < tracked / available < 1.03, person["name"]


def test_a_day_has_one_to_four_entries_but_for_the_odd_one(demo: Demo) -> None:
    number: dict[tuple[str, str], int] = defaultdict(int)
    for row in demo["time_entries"]:
        number[row["person_id"], row["date"]] += 1
    assert sum(many > 4 for many in number.values()) <= 5
    assert all(float(row["hours"]) * 4 % 1 == 0 for row in demo["time_entries"])


def test_bill_rates_exist_on_all_six_levels(demo: Demo) -> None:
    levels = {tuple(bool(row[key]) for key in ("person_id", "job_title", "project_id")) for row in demo["bill_rates"]}
    assert levels == {
        (True, False, True),
        (False, True, True),
        (False, False, True),
        (True, False, False),
        (False, True, False),
        (False, False, False),
    }


def test_the_odd_entries_are_there_for_data_health(demo: Demo) -> None:
    worked: dict[tuple[str, str], float] = defaultdict(float)
    for row in demo["time_entries"]:
        worked[row["person_id"], row["date"]] += float(row["hours"])
    ends = {row["person_id"]: row["end_date"] or "9999" for row in demo["people"]}
    archived = {row["project_id"]: row["end_date"] for row in demo["projects"] if row["status"] == "archived"}
    starts = {row["project_id"]: row["start_date"] for row in demo["projects"]}
    entries = demo["time_entries"]
    assert [key for key, hours in worked.items() if hours > 24] == [("TOM", "2026-07-16")]
    assert [row["date"] for row in entries if row["date"] > ends[row["person_id"]]] == ["2026-04-02"]
    assert [row["date"] for row in entries if row["date"] > archived.get(row["project_id"], "9999")]
    assert [row["date"] for row in entries if row["date"] > TODAY.isoformat()] == ["2026-10-19"]
    early = [row for row in demo["invoices"] if row["issued_on"] < starts[row["project_id"]]]
    assert [row["project_id"] for row in early] == ["TRI-TRAIL"]


def test_one_invoice_is_split_over_two_budgets(demo: Demo) -> None:
    budgets: dict[str, list[str]] = defaultdict(list)
    for row in demo["invoices"]:
        budgets[row["number"]].append(row["budget_id"])
    assert [many for many in budgets.values() if len(many) > 1] == [["BWE-PORT-1", "BWE-PORT-2"]]


def test_an_invoice_is_paid_when_payments_reach_its_gross(demo: Demo) -> None:
    paid: dict[str, Decimal] = defaultdict(Decimal)
    for row in demo["payments"]:
        paid[row["invoice_id"]] += Decimal(row["amount"])
    states = set()
    for row in demo["invoices"]:
        gross = Decimal(row["net"]) + Decimal(row["tax"])
        received = paid[row["invoice_id"]]
        assert (row["status"] == "paid") == (received == gross)
        states.add("full" if received == gross else "part" if received else "none")
    assert states == {"full", "part", "none"}
