"""Who and what several sources name is one person, client or project wherever that is certain."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.ingest.exports import CLOCKIFY, HARVEST, TOGGL, clockify, export, harvest, toggl
from tests.ingest.files import column, held, load, rows

PEOPLE = "person_id,name,email,team,job_title,employment,calendar,start_date,end_date\n"
CLIENTS = "client_id,name,status,account_manager\nc1,LIGHTHOUSE,active,\n"
PROJECTS = (
    "project_id,code,name,client_id,kind,status,start_date,end_date,project_manager\nj1,,Website,c1,client,active,,,\n"
)


def a_toggl(folder: Path, **more: str) -> Path:
    return export(folder / "in" / "toggl.csv", TOGGL, [toggl("2026-09-20", **more)])


def a_harvest(folder: Path, **more: str) -> Path:
    return export(folder / "in" / "harvest.csv", HARVEST, [harvest("2026-09-14", **more)])


def a_people(folder: Path, *lines: str) -> Path:
    path = folder / "in" / "people.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PEOPLE + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def whose(folder: Path) -> set[str]:
    """Whose entries there are."""
    return set(column(folder, "time_entries", "person_id"))


@pytest.mark.parametrize("harvest_first", [True, False])
def test_one_name_in_two_systems_is_one_person(tmp_path: Path, *, harvest_first: bool) -> None:
    sources = [a_harvest(tmp_path), a_toggl(tmp_path)]
    for source in sources if harvest_first else reversed(sources):
        load(tmp_path, source)
    load(tmp_path, *sources)
    assert whose(tmp_path) == {"ana@studio.example"}
    assert [row["name"] for row in rows(tmp_path, "people")] == ["Ana Kovač"]
    assert len(rows(tmp_path, "projects")) == len(rows(tmp_path, "clients")) == 1
    assert held(tmp_path, "reason") == []


def test_two_addresses_are_two_people_whatever_their_name(tmp_path: Path) -> None:
    load(tmp_path, a_toggl(tmp_path))
    load(tmp_path, export(tmp_path / "in" / "c.csv", CLOCKIFY, [clockify(email="ana@other.example")]))
    assert whose(tmp_path) == {"ana@studio.example", "ana@other.example"}


def test_a_name_that_two_people_have_is_neither(tmp_path: Path) -> None:
    load(tmp_path, export(tmp_path / "in" / "t.csv", TOGGL, [toggl(), toggl(email="ana@other.example")]))
    load(tmp_path, a_harvest(tmp_path))
    assert whose(tmp_path) == {"ana@studio.example", "ana@other.example", "ana kovač"}


@pytest.mark.parametrize("people_first", [True, False])
def test_who_is_told_in_a_table_keeps_that_id_by_address_or_name(tmp_path: Path, *, people_first: bool) -> None:
    people = a_people(tmp_path, "p1,Ana K.,Ana@Studio.example,Design,,employee,,2024-01-01,", "p2,Max Moritz,,,,,,,")
    report = export(tmp_path / "in" / "t.csv", TOGGL, [toggl(), toggl(user="max moritz", email="max@studio.example")])
    for source in (people, report) if people_first else (report, people):
        load(tmp_path, source)
    assert whose(tmp_path) == {"p1", "p2"}
    assert sorted(row["person_id"] for row in rows(tmp_path, "people")) == ["p1", "p2"]
    assert held(tmp_path, "reason") == []
    again = load(tmp_path, report)
    assert again.tables["time_entries"].unchanged == 2


def test_clients_and_projects_that_are_told_keep_their_ids(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "clients.csv").write_text(CLIENTS, encoding="utf-8")
    (folder / "projects.csv").write_text(PROJECTS, encoding="utf-8")
    load(tmp_path, a_toggl(tmp_path))
    load(tmp_path, folder / "clients.csv", folder / "projects.csv")
    load(tmp_path, a_harvest(tmp_path))
    assert set(column(tmp_path, "time_entries", "project_id")) == {"j1"}
    assert [row["client_id"] for row in rows(tmp_path, "clients")] == ["c1"]


def test_a_system_s_own_list_knows_more_than_its_time_report(tmp_path: Path) -> None:
    pairs = Path(__file__).parent / "harvest"
    time = export(tmp_path / "in" / "h.csv", HARVEST, [harvest(client="Lighthouse Ltd")])
    load(tmp_path, time)
    load(tmp_path, pairs / "harvest_projects.csv")
    load(tmp_path, time)
    project = next(row for row in rows(tmp_path, "projects") if row["name"] == "Website")
    assert (project["code"], project["start_date"]) == ("LH-1", "2026-01-05")
    assert held(tmp_path, "reason") == []


def test_a_budget_that_is_told_stands_alone(tmp_path: Path) -> None:
    pairs = Path(__file__).parent / "harvest"
    load(tmp_path, pairs / "harvest_projects.csv")
    budgets = tmp_path / "in" / "budgets.csv"
    budgets.parent.mkdir()
    budgets.write_text(
        "budget_id,project_id,name,type,start_date,end_date,hours,currency,amount\n"
        "b1,lighthouse ltd / website,Site,fixed,,,100,EUR,9000\n",
        encoding="utf-8",
    )
    load(tmp_path, budgets)
    load(tmp_path, pairs / "harvest_projects.csv")
    told = {row["budget_id"] for row in rows(tmp_path, "budgets")}
    assert told == {"b1", "budget of lighthouse ltd / campaign"}


def test_a_project_told_in_a_workbook_keeps_its_id(tmp_path: Path) -> None:
    book = Workbook()
    for name, text in (("clients", CLIENTS), ("projects", PROJECTS)):
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append(line.split(","))
    book.remove(book.worksheets[0])
    source = tmp_path / "in" / "agency.xlsx"
    source.parent.mkdir()
    book.save(source)
    load(tmp_path, source)
    load(tmp_path, a_toggl(tmp_path))
    assert set(column(tmp_path, "time_entries", "project_id")) == {"j1"}
