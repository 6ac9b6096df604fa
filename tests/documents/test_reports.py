"""The named reports: every section asked as anyone asks, refused by itself, and the page put on record."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.answers.answer import Answer
from assistant.ask import ask
from assistant.documents import reports
from assistant.documents.formats import REPORT_FORMATS
from assistant.documents.house_style import HouseStyle
from assistant.documents.outline import Bullets, Chart, Grid, Outline, Tiles, texts, value_text
from assistant.documents.reports import Asked, Made, make_report, outline
from assistant.errors import UsageError
from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification, Ended, NoData, Refusal, Unsupported
from assistant.permissions import audit
from assistant.permissions.house import House
from assistant.planning.report_parts import BY_NAME, ITS_OWN, OVER_TIME, REPORTS, Part
from assistant.query import Question

TODAY = date(2026, 10, 15)
AT = datetime(2026, 10, 15, 9, tzinfo=UTC)
DIRECTOR = "marta.lindqvist@harbourlane.example"
COORDINATOR = "petra.zagar@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"


pytestmark = pytest.mark.xdist_group("reports")
"""One process makes each report once for all who look at it."""

ONE = {"status": {"project": ["Booking flow redesign"]}, "proposal": {"deal": ["Tariff calculator"]}}
"""What the reports of one thing are made of."""


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    """The demo agency."""
    return House.open(demo_workspace)


MADE: dict[str, Made] = {}
"""Reports asked for already: a large one takes seconds, and says the same each time."""


def made(house: House, name: str, who: str = DIRECTOR, period: str = "", **of: list[str]) -> Made:
    asked = Asked(name, period, of or ONE.get(name, {}), who, TODAY)
    key = f"{asked} {len(reports.report_named(name).parts)}"
    if key not in MADE:
        found = make_report(house, asked, AT)
        assert isinstance(found, Made), found.text
        MADE[key] = found
    return MADE[key]


@pytest.mark.parametrize("name", [one.name for one in REPORTS])
def test_a_director_gets_every_section_of_every_report_with_table_chart_and_sentence(house: House, name: str) -> None:
    report = made(house, name)
    quiet = [one for one in report.sections if one.part.look_for and isinstance(one.outcome, NoData)]
    refused = [one.outcome.text for one in report.sections if not isinstance(one.outcome, Answer) and one not in quiet]
    assert refused == []
    page = outline(report)
    sections = {one.name: one for one in page.sections}
    for told in report.sections:
        if told.part.glance or told.part.look_for:
            continue
        assert isinstance(told.outcome, Answer)
        section = sections[told.part.name]
        assert told.outcome.verified.to_json()["largest_difference"] == 0
        assert told.outcome.text in list(texts(Outline("", (section,), locale=page.locale)))
        if told.outcome.table.rows:
            assert any(isinstance(one, Grid) for one in section.blocks)
            assert (
                told.outcome.chart is None
                or not told.part.drawn
                or any(isinstance(one, Chart) for one in section.blocks)
            )


@pytest.mark.parametrize("part", [part for one in REPORTS for part in one.parts], ids=lambda one: one.title)
def test_every_section_asks_what_is_measured_by_what_it_can_be_told_by(part: Part) -> None:
    for name in part.metrics:
        assert {*part.by, *part.without_reasons} - {OVER_TIME} <= set(METRICS[name].by)


def test_a_section_that_may_not_be_seen_says_so_and_the_others_stand(house: House) -> None:
    report = made(house, "projects", COORDINATOR)
    refused = {one.part.name for one in report.sections if isinstance(one.outcome, Refusal)}
    answered = {one.part.name for one in report.sections if isinstance(one.outcome, Answer)}
    assert "money" in refused
    assert "tasks" in answered
    page = "\n".join(texts(outline(report)))
    assert "Not shown: Revenue needs price access." in page
    assert "€" not in page
    assert report.exit_status == 0


def test_where_nothing_may_be_seen_the_refusal_is_the_outcome(house: House) -> None:
    report = made(house, "utilization", ACCOUNT_MANAGER)
    assert report.answers == ()
    assert report.exit_status == Refusal.exit_status


def test_the_reasons_of_absence_are_for_those_who_may_see_them(house: House) -> None:
    assert made(house, "absence").answers[0].query.by == ("person", "category")
    told = made(house, "absence", COORDINATOR).answers[0]
    assert told.query.by == ("person", "month")
    assert "Why someone is absent is not shown." in told.caveats


def test_a_period_and_a_filter_hold_for_every_section(house: House) -> None:
    report = made(house, "receivables", period="Q3", client=["Northwind"])
    assert {one.query.where[0].names for one in report.answers} == {("Northwind",)}
    assert {one.query.period.end for one in report.answers} == {date(2026, 9, 30)}
    others = [one.outcome for one in made(house, "utilization", client=["Northwind"]).sections]
    assert all(isinstance(one, Unsupported) for one in others)


def test_an_unknown_name_report_or_period_is_asked_back(house: House) -> None:
    near = make_report(house, Asked("budgets", "", {"client": ["Northwnd"]}, DIRECTOR, TODAY), AT)
    assert isinstance(near, Clarification)
    assert "Northwind" in near.options
    assert isinstance(make_report(house, Asked("budgets", "", {"client": ["Zzz"]}, DIRECTOR, TODAY), AT), NoData)
    assert isinstance(make_report(house, Asked("budgets", "a while", {}, DIRECTOR, TODAY), AT), Clarification)
    with pytest.raises(UsageError, match="There is no report “profits”"):
        make_report(house, Asked("profits", "", {}, DIRECTOR, TODAY), AT)


def test_a_name_hidden_from_the_asker_is_as_unknown_as_one_that_is_not_there(house: House) -> None:
    visible = {one.label for one in house.view_for(ACCOUNT_MANAGER).named("client")}
    hidden = next(one.label for one in house.view_for(DIRECTOR).named("client") if one.label not in visible)
    there, nowhere = (
        make_report(house, Asked("receivables", "", {"client": [name]}, ACCOUNT_MANAGER, TODAY), AT)
        for name in (hidden, "Qqqqq")
    )
    assert isinstance(there, Ended)
    assert isinstance(nowhere, Ended)
    assert there.text.replace(hidden, "Qqqqq") == nowhere.text
    assert there.kind == nowhere.kind


def test_the_chat_answers_a_report_with_the_same_queries(house: House) -> None:
    report = made(house, "utilization", period="Q3")
    reply = ask(Question("utilization report for Q3", DIRECTOR, TODAY), house)
    assert [one.text for one in reply.outcomes] == [one.outcome.text for one in report.sections]
    narrow = ask(Question("give me a receivables report for client Northwind", DIRECTOR, TODAY), house)
    assert {one.where[0].names for one in narrow.plan.queries} == {("Northwind",)}
    own_table = ask(Question("utilization report by team for Q3", DIRECTOR, TODAY), house)
    assert [one.by for one in own_table.plan.queries] == [("team",)]


def test_a_report_and_what_is_taken_out_of_the_house_are_on_record(house: House, tmp_path: Path) -> None:
    report = made(house, "timesheets", COORDINATOR)
    reports.export(house, report, "md", tmp_path / "t.md", AT)
    seen = audit.read(house, house.view_for(DIRECTOR))
    assert not isinstance(seen, Refusal)
    hers = [one for one in seen if one["who"] == COORDINATOR]  # others ask the same agency meanwhile
    asked = [len(one["plan"]) for one in hers if one.get("question") == "timesheets report"]
    assert asked
    assert set(asked) == {4}
    assert ("export", "timesheets report", "md") in {(one["event"], one.get("what"), one.get("form")) for one in hers}


@pytest.mark.parametrize("form", list(REPORT_FORMATS))
def test_it_can_be_had_in_every_format(house: House, form: str) -> None:
    content = REPORT_FORMATS[form].render(outline(made(house, "pipeline")), HouseStyle())
    assert len(content) > 1000
    if form == "html":
        page = content.decode()
        assert page.count("<svg ") == 4
        assert "prefers-color-scheme: dark" in page
        assert "http://" not in page.replace("http://www.w3.org", "")
    if form == "xlsx":
        assert load_workbook(BytesIO(content)).sheetnames[0] == "By stage"
    if form == "md":
        assert "Verified: each of" in content.decode()


def tiles(report: Made) -> dict[str, str]:
    """The key figures of a report, as they are read."""
    page = outline(report)
    found = [tile for one in page.blocks if isinstance(one, Tiles) for tile in one.items]
    return {one.label: f"{value_text(one.value, 'en')} {one.beneath.plain('en')}".strip() for one in found}


def test_the_key_figures_stand_on_top_beside_the_period_before(house: House) -> None:
    report = made(house, "portfolio")
    told = {one.part.name: one.outcome for one in report.sections}
    revenue = told["revenue"]
    assert isinstance(revenue, Answer)
    assert tiles(report)["Revenue"] in revenue.text.replace(", down from", "").replace(", up from", "")
    assert outline(report).sections[0].title == "At a glance"


def test_what_ends_is_listed_with_its_day_and_what_is_of_each_alone_has_no_total(house: House) -> None:
    sections = {one.name: one for one in outline(made(house, "portfolio")).sections}
    [ending] = [one for one in sections["ending"].blocks if isinstance(one, Grid)]
    assert [one.title for one in ending.columns] == ["Day", "Budget"]
    assert ["2026-11-30", "Care retainer 2026"] in [list(row) for row in ending.rows]
    assert ending.total is None
    [health] = [one for one in sections["health"].blocks if isinstance(one, Grid)]
    assert health.total is None
    [clients] = [one for one in sections["clients"].blocks if isinstance(one, Grid)]
    assert clients.total is not None


@pytest.fixture
def key_figures_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A status with nothing but its key figures: the rest is asked in the same way, and takes long."""
    glance = replace(BY_NAME["status"], parts=tuple(one for one in BY_NAME["status"].parts if one.glance))
    monkeypatch.setattr("assistant.documents.reports.BY_NAME", {**BY_NAME, "status": glance})


@pytest.mark.usefixtures("key_figures_only")
def test_a_status_tells_cost_only_to_those_who_may_see_it(house: House) -> None:
    told = made(house, "status", ACCOUNT_MANAGER, project=["Accessibility audit"])
    whole, without = tiles(made(house, "status")), tiles(told)
    assert {"Cost", "Margin"} <= set(whole)
    assert not {"Cost", "Margin"} & set(without)
    assert "Health of the work" not in without
    assert without["Health"].startswith("green")
    assert "Margin needs cost access" in "\n".join(texts(outline(told)))


def test_a_report_of_one_thing_asks_which(house: House) -> None:
    for name, noun in (("status", "project"), ("proposal", "deal")):
        found = make_report(house, Asked(name, "", {}, DIRECTOR, TODAY), AT)
        assert isinstance(found, Clarification)
        assert f"is of one {noun}. Which one?" in found.text
        assert set(found.options) <= {one.label for one in house.view_for(DIRECTOR).named(noun)}


def test_a_proposal_looks_at_the_days_of_the_deal_and_at_the_record_of_its_client(house: House) -> None:
    report = made(house, "proposal")
    asked = {one.part.name: one.outcome.query for one in report.sections if isinstance(one.outcome, Answer)}
    own = [asked[one.name] for one in report.report.parts if one.when == ITS_OWN]
    assert {(one.period.start, one.period.end) for one in own} == {(date(2026, 11, 16), date(2027, 2, 26))}
    assert [one.names for one in asked["pays"].where] == [("Brightwater Energy",)]
    # In sum there is room; two weeks of it show that there is not.
    assert "short in some weeks" in tiles(report)["Capacity, if it is won"]
    assert {one.names for one in asked["clashes"].where if one.field == "job_title"} == {
        ("Project Manager", "Senior Designer", "Senior Developer")
    }


def test_a_proposal_tells_what_the_deal_would_cost_and_leave_to_those_who_see_cost(house: House) -> None:
    told = tiles(made(house, "proposal"))
    assert {"Estimated cost", "Estimated margin"} <= set(told)
    assert "%" in told["Estimated margin"]
    told = tiles(made(house, "proposal", ACCOUNT_MANAGER))
    assert "Worth" in told
    assert not [one for one in told if "cost" in one.lower() or "margin" in one.lower()]


def test_what_the_notes_say_is_quoted_as_a_list(house: House) -> None:
    page = outline(made(house, "status"))
    risks = next(one for one in page.sections if one.name == "risks")
    listed = next(one for one in risks.blocks if isinstance(one, Bullets))
    assert "we run dry before Christmas" in listed.items[0].plain("en")
    assert not any(isinstance(one, Grid) for one in risks.blocks)
