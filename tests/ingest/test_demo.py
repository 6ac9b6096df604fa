"""The demo agency: complete, consistent, and the same every time."""

import csv
import email
import email.policy
import html
import json
import re
import time
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.agency.tables import TABLES
from assistant.settings import read_settings
from ingest.demo import EARLIER, write_demo
from ingest.demo.frame import TODAY
from tests.ingest.demo_agency import HERE, Demo, days

A_FEW_SECONDS = 6
"""Of processor time, to write it."""


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo")
    before = time.process_time()
    write_demo(made)
    assert time.process_time() - before < A_FEW_SECONDS
    return made


# --- the files


def test_it_is_the_same_every_time(folder: Path, demo_workspace: Path) -> None:
    again = files(demo_workspace)
    assert {name: again[name] for name in files(folder)} == files(folder)


def test_another_seed_gives_other_time(folder: Path, tmp_path: Path) -> None:
    write_demo(tmp_path, seed=1)
    assert files(tmp_path)["time_entries.csv"] != files(folder)["time_entries.csv"]


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


NOTE_FIELDS = ("project", "client", "date", "kind", "visibility", "author")
SAID = re.compile(r'^(?:<meta name=")?(\w+)(?:: |" content=")(.+?)(?:">)?$', re.MULTILINE)


def notes(folder: Path) -> dict[Path, str]:
    return {path: words(path) for path in sorted((folder / "notes").rglob("*.*"))}


def words(path: Path) -> str:
    """The text of a note; of a document, one line for each paragraph."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as document:
        paragraphs = re.findall(r"<w:p>(.*?)</w:p>", document.read("word/document.xml").decode())
    return "\n".join(html.unescape(re.sub(r"<.*?>", "", one)) for one in paragraphs)


def fields(text: str) -> dict[str, str]:
    """What a note says of itself: in its front matter, the first lines of a text, or the head of a page."""
    head = (
        text.split("</head>", maxsplit=1)[0]
        if text.startswith("<!DOCTYPE")
        else text.removeprefix("---\n").split("\n\n", maxsplit=1)[0]
    )
    return {key.lower(): value for key, value in SAID.findall(head) if key.lower() in NOTE_FIELDS}


def test_the_notes_are_of_every_kind_and_form(folder: Path) -> None:
    written = notes(folder)
    said = [fields(text) for path, text in written.items() if path.suffix != ".eml"]
    assert len(written) >= 60
    assert {path.suffix for path in written} == {".md", ".txt", ".eml", ".html", ".docx"}
    assert {one["kind"] for one in said if "kind" in one} == {"meeting", "status", "email", "brief", "decision"}
    assert {one["visibility"] for one in said if "visibility" in one} == {"internal", "client"}
    assert [one for one in said if not one], "of some, only path and title tell what they are about"


def test_what_a_note_says_of_itself_is_so(folder: Path, demo: Demo) -> None:
    known = {
        "project": {row[column] for row in demo["projects"] for column in ("project_id", "name")},
        "client": {row["name"] for row in demo["clients"]},
        "author": {row["name"] for row in demo["people"]},
    }
    for path, text in notes(folder).items():
        if path.suffix != ".eml":
            said = fields(text)
            assert {key: said[key] for key in known if key in said and said[key] not in known[key]} == {}, path.name
            assert said.get("date", "2026-01-01") <= TODAY.isoformat(), path.name
            assert said.get("date", path.name[:10]) == path.name[:10], path.name


def test_mails_can_be_read_as_mails(folder: Path) -> None:
    for path in (folder / "notes").glob("*.eml"):
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert mail["date"].datetime.date().isoformat() == path.name[:10]
        assert mail["subject"]
        assert "@harbourlane.example" in f"{mail['from']} {mail['to']}"
        assert mail.defects == []


def test_no_two_notes_are_made_from_one_template(folder: Path) -> None:
    seen: dict[str, str] = {}
    for path, text in notes(folder).items():
        for line in set(text.splitlines()):
            if len(line) > 40 and not line.startswith(("<meta", "From:", "To:", "Content")):
                assert seen.setdefault(line, path.name) == path.name, line


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


def test_the_demo_agency_can_be_looked_back_at(tmp_path: Path) -> None:
    """What came in after 1 September is not in its earlier state, and nothing of that state breaks a contract."""
    write_demo(tmp_path, as_known_on=EARLIER)
    earlier = _rows(tmp_path)
    write_demo(tmp_path)
    later = _rows(tmp_path)

    late = [row for row in later["time_entries"] if row["date"] <= "2026-08-31" < row["created_at"][:10]]
    known = {row["entry_id"] for row in earlier["time_entries"]}
    assert any(row["entry_id"] not in known for row in late)
    assert max(row["created_at"] for row in earlier["time_entries"]) < "2026-09-02"
    assert {row["status"] for row in earlier["invoices"] if row["invoice_id"] not in _paid(earlier)} <= {
        "sent",
        "draft",
        "void",
    }
    assert len(earlier["invoices"]) < len(later["invoices"])
    assert earlier["people"] == later["people"]
    assert "today = 2026-10-15" in (tmp_path / "workspace.toml").read_text(encoding="utf-8")


def _rows(folder: Path) -> dict[str, list[dict[str, str]]]:
    texts = {one.stem: one.read_text(encoding="utf-8") for one in folder.glob("*.csv")}
    return {name: list(csv.DictReader(text.splitlines())) for name, text in texts.items()}


def _paid(tables: dict[str, list[dict[str, str]]]) -> set[str]:
    return {row["invoice_id"] for row in tables["payments"]}
