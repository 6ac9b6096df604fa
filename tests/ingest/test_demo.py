"""The demo agency: complete, consistent, the same every time, and telling the stories its docstring tells."""

import csv
import time
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import ingest.demo
from assistant.agency.tables import TABLES
from assistant.settings import read_settings
from ingest.demo import write_demo
from ingest.demo.frame import TODAY
from ingest.demo.people import roster
from ingest.run import ingest_folder

Row = dict[str, str]
Demo = dict[str, list[Row]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo")
    write_demo(made)
    return made


@pytest.fixture(scope="module")
def demo(folder: Path) -> Demo:
    return {name: read(folder / f"{name}.csv") for name in TABLES}


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def told(sentence: str) -> bool:
    """Whether the docstring of the demo says so, however its lines break."""
    return sentence in " ".join((ingest.demo.__doc__ or "").split())


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


# --- the files


def test_it_is_the_same_every_time(folder: Path, tmp_path: Path) -> None:
    write_demo(tmp_path)
    assert files(tmp_path) == files(folder)


def test_another_seed_gives_other_time(folder: Path, tmp_path: Path) -> None:
    write_demo(tmp_path, seed=1)
    assert files(tmp_path)["time_entries.csv"] != files(folder)["time_entries.csv"]


def test_it_takes_less_than_three_seconds(tmp_path: Path) -> None:
    before = time.process_time()
    write_demo(tmp_path)
    assert time.process_time() - before < 3


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


def test_every_row_of_it_loads(tmp_path: Path) -> None:
    write_demo(tmp_path)
    report = ingest_folder(tmp_path, [tmp_path], now=datetime(2026, 10, 15, 8, tzinfo=UTC))
    assert report.errors == ()
    assert [name for name, counts in report.tables.items() if counts.quarantined or not counts.new] == []
    assert set(report.tables) == set(TABLES)


# --- what makes it a real agency


def test_people_work_about_as_long_as_their_contracts_say(demo: Demo) -> None:
    here = roster()
    for person in demo["people"]:
        person_id = person["person_id"]
        past = days(date(2025, 4, 15), TODAY - timedelta(days=1))
        available = sum(here.available(person_id, day) for day in past) / 3600
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


def test_exactly_one_person_has_no_cost_rate(demo: Demo) -> None:
    known = {row["person_id"] for row in demo["cost_rates"]}
    missing = [row["name"] for row in demo["people"] if row["person_id"] not in known]
    assert missing == ["Yuki Tanaka"]


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


# --- the stories


def test_the_booking_flow_burns_too_fast(demo: Demo) -> None:
    prices = {"TOM": 146, "ELO": 130, "LIN": 140, "MAY": 116, "ANK": 116, "LUK": 102}
    mine = [row for row in demo["time_entries"] if row["project_id"] == "ADR-BOOK"]
    counted = [row for row in mine if row["status"] != "rejected" and row["date"] <= TODAY.isoformat()]
    used = sum((Decimal(row["billable_hours"]) * prices[row["person_id"]] for row in counted), Decimal(0))
    used += sum(
        Decimal(row["billable_amount"] or 0)
        for row in demo["expenses"]
        if row["project_id"] == "ADR-BOOK" and row["status"] == "approved"
    )
    start, end = date(2026, 8, 3), date(2027, 1, 29)
    planned = sum(day.weekday() < 5 for day in days(start, end))
    elapsed = sum(day.weekday() < 5 for day in days(start, TODAY - timedelta(days=1)))
    index = used / 128000 / (Decimal(elapsed) / planned)
    assert index > Decimal("1.4")
    assert told(f"{used:,.2f} of 128,000 euros")
    assert told(f"{elapsed} of {planned} working days")
    assert told(f"a burn index of {index:.2f}")


def test_the_margin_of_the_growth_retainer_disappears(demo: Demo) -> None:
    def cost(first: str, last: str) -> Decimal:
        return sum(
            (
                Decimal(row["hours"]) * hourly_cost(demo, row["person_id"], row["date"])
                for row in demo["time_entries"]
                if row["project_id"] == "TRI-GROW" and first <= row["date"] <= last and row["status"] != "rejected"
            ),
            Decimal(0),
        )

    spent = {"2026-01-01": Decimal(290), "2026-04-01": Decimal(850), "2026-07-01": Decimal(0)}
    margins = {
        first: 1 - (cost(first, last) + spent[first]) / (3 * 6300)
        for first, last in (
            ("2026-01-01", "2026-03-31"),
            ("2026-04-01", "2026-06-30"),
            ("2026-07-01", "2026-09-30"),
        )
    }
    before, then, now = margins.values()
    assert before > 2 * now
    assert told(f"{before:.1%}, {then:.1%} and {now:.1%}".replace("%", " %"))


def hourly_cost(demo: Demo, person_id: str, day: str) -> Decimal:
    """The cost of an hour in euros on `day`."""
    rows = [row for row in demo["cost_rates"] if row["person_id"] == person_id and row["valid_from"] <= day]
    rate = max(rows, key=lambda row: row["valid_from"])
    if rate["currency"] == "EUR":
        return Decimal(rate["hourly_cost"])
    worth = [row for row in demo["exchange_rates"] if row["currency"] == rate["currency"] and row["date"] <= day]
    return Decimal(rate["hourly_cost"]) * Decimal(max(worth, key=lambda row: row["date"])["rate"])


def test_the_scope_of_the_field_data_app_creeps(demo: Demo) -> None:
    mine = [
        row
        for row in demo["time_entries"]
        if row["project_id"] == "NWL-APP" and row["status"] != "rejected" and row["date"] <= TODAY.isoformat()
    ]
    tracked = sum(Decimal(row["hours"]) for row in mine)
    billable = sum(Decimal(row["billable_hours"]) for row in mine)
    sold = 640 + 40
    assert tracked > sold * Decimal("1.25")
    assert billable < sold * Decimal("0.85")
    assert told(f"{tracked:.2f} hours tracked on {sold} sold")
    assert told(f"{billable:.2f} of them billable")


def test_one_person_is_overbooked_next_month(demo: Demo) -> None:
    here = roster()
    over: dict[str, float] = defaultdict(float)
    for person in demo["people"]:
        person_id = person["person_id"]
        confirmed = [row for row in demo["bookings"] if row["person_id"] == person_id and row["tentative"] == "false"]
        for day in days(date(2026, 11, 1), date(2026, 11, 30)):
            available = here.available(person_id, day) / 3600
            booked = sum(
                float(row["hours_per_day"])
                for row in confirmed
                if row["start_date"] <= day.isoformat() <= row["end_date"]
            )
            if available and booked > available:
                over[person["name"]] += booked - available
    assert list(over) == ["Linh Nguyễn"]
    assert told(f"{over['Linh Nguyễn']:.2f} hours in November")


def free_hours(demo: Demo, job_title: str, first: date, last: date) -> float:
    """Available less confirmed hours of everybody with that job title."""
    here = roster()
    free = 0.0
    for person in demo["people"]:
        if person["job_title"] != job_title:
            continue
        mine = [
            row for row in demo["bookings"] if row["person_id"] == person["person_id"] and row["tentative"] == "false"
        ]
        for day in days(first, last):
            available = here.available(person["person_id"], day) / 3600
            if available:
                free += available - sum(
                    float(row["hours_per_day"])
                    for row in mine
                    if row["start_date"] <= day.isoformat() <= row["end_date"]
                )
    return free


def test_one_deal_does_not_fit_the_capacity_before_january(demo: Demo) -> None:
    deal = next(row for row in demo["deals"] if row["name"] == "Tariff calculator")
    first, last = date.fromisoformat(deal["start_date"]), date.fromisoformat(deal["end_date"])
    role = next(
        row for row in demo["deal_roles"] if (row["deal_id"], row["job_title"]) == (deal["deal_id"], "Senior Developer")
    )
    needed = float(role["hours"]) / sum(day.weekday() < 5 for day in days(first, last)) * 5
    november = free_hours(demo, "Senior Developer", date(2026, 11, 16), date(2026, 11, 22))
    january = free_hours(demo, "Senior Developer", date(2027, 1, 11), date(2027, 1, 17))
    assert november < needed < january
    assert told(f"{needed:.1f} hours a week of senior development")
    assert told(f"{november:.2f} are free in its first week and {january:.2f} in a week of January")


def test_one_person_has_tracked_nothing_for_two_weeks(demo: Demo) -> None:
    here = roster()
    span = days(date(2026, 10, 1), TODAY - timedelta(days=1))
    tracked = {(row["person_id"], row["date"]) for row in demo["time_entries"]}
    missing = {
        person["name"]: [
            day
            for day in span
            if here.available(person["person_id"], day) and (person["person_id"], day.isoformat()) not in tracked
        ]
        for person in demo["people"]
    }
    assert max(missing, key=lambda name: len(missing[name])) == "Élodie Marchand"
    hours = sum(here.available("ELO", day) for day in missing["Élodie Marchand"]) / 3600
    assert told(f"{len(missing['Élodie Marchand'])} days and {hours:g} hours")
    assert all(len(gaps) <= 1 for name, gaps in missing.items() if name != "Élodie Marchand")


def test_one_invoice_is_very_late(demo: Demo) -> None:
    late = {
        (TODAY - date.fromisoformat(row["due_on"])).days: row
        for row in demo["invoices"]
        if row["status"] == "sent" and row["kind"] == "invoice" and row["due_on"] < TODAY.isoformat()
    }
    latest = late[max(late)]
    gross = Decimal(latest["net"]) + Decimal(latest["tax"])
    assert max(late) > 90
    assert latest["project_id"] == "SAL-CLUB"
    assert told(f"{latest['number']}, {gross:,.2f} pounds, {max(late)} days past due")


def test_one_retainer_ends_next_month(demo: Demo) -> None:
    ending = [row for row in demo["budgets"] if row["end_date"].startswith("2026-11-30")]
    assert [row["budget_id"] for row in ending] == ["NW-CARE-1"]
    renewal = next(row for row in demo["deals"] if row["name"] == "Website care 2027")
    assert renewal["status"] == "open"
    assert told("ends on 30 November")
    assert told(f"{Decimal(renewal['value']):,} pounds, {renewal['probability']} % likely")
