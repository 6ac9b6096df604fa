"""Managers asked of as people: those called so, or those who manage, where a measure belongs to people."""

from dataclasses import replace

from tests.planning.an_agency import ADMIN, NAMES, TABLES, queries

TITLES = {**NAMES, "job_title": (*NAMES["job_title"], "Project Manager", "Lead Project Manager")}
WITH_TITLES = replace(ADMIN, names=TITLES)
ADDRESSES = {"person_id": ["person 1", "person 3"], "email": ["ana@agency.example", "ben@agency.example"]}
WITH_ADDRESSES = replace(ADMIN, tables={**TABLES, "people": {**ADDRESSES, "team": ["Design", "Design"]}})


def test_what_belongs_to_people_is_told_of_managers_by_their_title() -> None:
    who = "job_title = Project Manager + Lead Project Manager"

    assert queries("utilization of each project manager", WITH_TITLES) == (
        f"billable_utilization | person | {who} | 2026-09-01..2026-09-30",
    )
    assert queries("how many project managers do we have", WITH_TITLES) == (f"headcount |  | {who} | ..2026-10-15",)
    assert queries("average utilization of our PMs", WITH_TITLES) == (
        f"billable_utilization |  | {who} | 2026-09-01..2026-09-30",
    )


def test_where_nobody_is_called_so_it_is_told_of_those_who_manage() -> None:
    assert queries("overtime by project manager last month", WITH_ADDRESSES) == (
        "overtime_hours | person | person = Ana Kovač | 2026-09-01..2026-09-30",
    )


def test_what_is_told_of_their_projects_stays_told_so() -> None:
    assert queries("revenue by project manager", WITH_TITLES) == (
        "revenue | project_manager |  | 2026-09-01..2026-09-30",
    )


def test_who_is_on_vacation_is_everybody_away_to_those_who_see_no_reasons() -> None:
    assert queries("who is on vacation", replace(ADMIN, role="project_manager")) == (
        "absence_days | person |  | 2026-10-15..2026-10-15 | > 0",
    )
