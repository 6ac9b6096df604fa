"""What other assistants answered wrongly although their numbers were right, each asked here over the demo agency."""

import shutil
from datetime import date
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest

from assistant.agency.periods import Calendar
from assistant.answers.answer import Answer, Reply
from assistant.ask import ask
from assistant.errors import ReckonError
from assistant.outcome import NoData, Refusal
from assistant.permissions.house import House
from assistant.planning.dates import find_periods
from assistant.query import Question, Turn

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"
COORDINATOR = "hannah.pichler@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def asked(house: House, question: str, asked_as: str = DIRECTOR, after: Turn | None = None) -> Reply:
    return ask(Question(question, asked_as, TODAY, after), house)


def answered(reply: Reply) -> Answer:
    assert isinstance(reply.first, Answer), reply.first.text
    return reply.first


def test_the_last_2025_completed_days_are_that_many_days_and_no_year() -> None:
    """Lightdash #15327."""
    (found,) = find_periods("hours by month in the last 2025 completed days", TODAY, Calendar(1, 0))
    assert (found.period.end, found.period.days) == (date(2026, 10, 14), 2025)


def test_the_chart_shows_the_period_that_the_title_says(house: House) -> None:
    """Lightdash #17799."""
    answer = answered(asked(house, "hours by month last quarter"))
    assert "Q3 2026" in answer.text
    assert (answer.query.period.start, answer.query.period.end) == (date(2026, 7, 1), date(2026, 9, 30))
    assert answer.chart is not None
    drawn = [row["month"] for row in answer.chart["data"]["values"]]  # type: ignore[index]
    assert drawn == [row.labels[0] for row in answer.table.rows] == ["2026-07", "2026-08", "2026-09"]


def test_a_follow_up_keeps_the_filter(house: House) -> None:
    """Lightdash #15456."""
    first = asked(house, "hours for the Design team in September")
    total = answered(first).verified.result.total.cells[0].value
    then = answered(asked(house, "and by person?", after=first.turn))
    assert [one.names for one in then.query.where] == [("Design",)]
    assert then.verified.result.total.cells[0].value == total
    again = answered(asked(house, "what about August?", after=first.turn))
    assert [one.names for one in again.query.where] == [("Design",)]
    assert again.query.period.start == date(2026, 8, 1)


def test_what_is_hidden_is_not_said_to_be_nothing(house: House) -> None:
    """LangChain #11243."""
    refused = asked(house, "margin by client last month", ACCOUNT_MANAGER).first
    assert isinstance(refused, Refusal)
    assert "cost access" in refused.text
    money = asked(house, "revenue by client last month", COORDINATOR).first
    assert isinstance(money, Refusal)
    part = answered(asked(house, "revenue last month", ACCOUNT_MANAGER))
    assert any("your own clients" in one.lower() for one in part.caveats)
    names = ("Pannonia Insurance", "Panorama Windows")
    theirs, nobodys = (asked(house, f"revenue for {name} last month", ACCOUNT_MANAGER).first for name in names)
    assert isinstance(theirs, NoData | Refusal)
    assert theirs.text.replace("Pannonia Insurance", "") == nobodys.text.replace("Panorama Windows", "")


def test_a_fault_is_no_question_back(house: House, demo_workspace: Path, tmp_path: Path) -> None:
    """WrenAI #1450: an error that is shown as a clarification sends people to reword what was right."""
    broken = tmp_path / "broken"
    shutil.copytree(demo_workspace, broken)
    for one in (broken / "snapshots").rglob("*.parquet"):
        one.write_bytes(one.read_bytes()[:100])
    with pytest.raises(ReckonError, match="snapshot"):
        asked(House.open(broken), "hours by client last month")
    nothing = answered(asked(house, "revenue for Lumen Bank on 1 January 2020"))
    assert nothing.verified.result.total.cells[0].value == Fraction(0)


HERE, BY_HAND = "tests.test_defects_others_shipped", "tests.metrics.reference.test_defects_others_shipped"
DEFECTS = {
    "averaged percentages for groups (ERPNext, Runn until 2023)": (
        BY_HAND, "test_a_groups_utilization_is_no_average_of_percentages"),
    "(to - from).days drops the last day and counts weekends as capacity (ERPNext)": (
        BY_HAND, "test_the_last_day_of_a_leave_counts_and_a_weekend_is_no_capacity"),
    "tax inside revenue, and an invoice repeated by its timesheets (ERPNext)": (
        BY_HAND, "test_tax_is_no_revenue_and_an_invoice_with_three_timesheets_counts_once"),
    "a margin that keeps its old value when nothing was billed (ERPNext)": (
        BY_HAND, "test_a_month_without_revenue_has_no_margin_and_not_the_one_before"),
    "remaining budget clamped at 0 (Kimai)": (
        BY_HAND, "test_what_is_left_of_an_overspent_budget_is_below_nothing"),
    "a missing internal rate falls back to the bill rate (Kimai)": (
        BY_HAND, "test_time_without_a_cost_rate_costs_something_unknown_and_not_its_price"),
    "non-billable time in revenue sums (Kimai #5920)": (
        BY_HAND, "test_time_that_is_not_billable_is_no_revenue"),
    "a rate change rewrites past entries (Solidtime)": (
        BY_HAND, "test_a_new_price_and_a_new_cost_leave_the_past_as_it_was"),
    "a capacity edit changes past weeks (Harvest)": (
        BY_HAND, "test_new_working_hours_leave_past_weeks_as_they_were"),
    "planned and earned value at price but actual cost at cost (OCA)": (
        BY_HAND, "test_earned_value_has_one_basis"),
    "cancelled tasks counted as complete (ERPNext)": (
        BY_HAND, "test_a_cancelled_task_is_not_complete"),
    "a denominator that depends on which module is installed (OCA)": (
        BY_HAND, "test_a_denominator_is_the_same_whatever_else_is_kept"),
    "shown parts do not add up to the shown total (Productive)": (
        BY_HAND, "test_shown_parts_add_up_to_the_shown_total"),
    "last 2025 completed days read as a year (Lightdash #15327)": (
        HERE, "test_the_last_2025_completed_days_are_that_many_days_and_no_year"),
    "the title says one period, the chart shows another (Lightdash #17799)": (
        HERE, "test_the_chart_shows_the_period_that_the_title_says"),
    "a follow-up loses the filter (Lightdash #15456)": (
        HERE, "test_a_follow_up_keeps_the_filter"),
    "hidden rows reported as none (LangChain #11243)": (
        HERE, "test_what_is_hidden_is_not_said_to_be_nothing"),
    "an error shown as a clarification (WrenAI #1450)": (
        HERE, "test_a_fault_is_no_question_back"),
}  # fmt: skip
"""What others shipped, and the test that would fail here."""


@pytest.mark.parametrize("defect", DEFECTS)
def test_every_defect_has_its_test(defect: str) -> None:
    module, name = DEFECTS[defect]
    assert callable(getattr(import_module(module), name))
