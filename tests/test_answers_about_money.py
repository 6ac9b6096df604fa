"""Answers about agreements and invoices over the demo agency, as their readers get them."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.ask import ask
from assistant.outcome import Refusal
from assistant.permissions.house import House
from assistant.query import Question

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"
COORDINATOR = "petra.zagar@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    """The demo agency."""
    return House.open(demo_workspace)


def answered(house: House, question: str, asked_as: str = DIRECTOR) -> Answer:
    first = ask(Question(question, asked_as, TODAY, None), house).first
    assert isinstance(first, Answer), first.text
    return first


def test_a_run_out_date_is_a_day_or_not_before_the_end_and_the_soonest_comes_first(house: House) -> None:
    answer = answered(house, "when does the budget run out")
    days = [row[1] for row in answer.table.shown("en")]
    dated = [one.day for row in answer.table.rows for one in row.figures if one is not None]
    assert dated == sorted(dated)
    assert all(re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", one) for one in days[: len(dated)])
    assert set(days[len(dated) :]) == {"not before the end"}
    assert f"{len(dated)} of {len(days)} run out before the end" in answer.text
    assert answer.table.to_json()["rows"][0][1] == dated[0].isoformat()  # type: ignore[index]
    assert answer.chart is None


def test_a_change_of_a_run_out_date_is_told_in_days(house: House) -> None:
    answer = answered(house, "budget run-out date compared to last month")
    change = answer.table.columns[-1]
    assert change.name == "budget_runout_date_change"
    assert change.unit == "days"


def test_receivables_by_age_stand_in_the_order_of_age(house: House) -> None:
    answer = answered(house, "receivables by age")
    order = ["not due", "1-30", "31-60", "61-90", "90+"]
    labels = [row.labels[0] for row in answer.table.rows]
    assert labels == [one for one in order if one in labels]
    assert len(labels) > 2


def test_a_rate_shows_money_over_hours_and_a_win_rate_deals_of_deals(house: House) -> None:
    rate = answered(house, "effective hourly rate last quarter").text
    won = answered(house, "win rate this year").text
    assert re.search(r"€[\d,.]+ agency gross income of [\d,.]+ h tracked", rate)
    assert re.search(r"\(\d+ won of \d+ closed\)", won)


def test_a_month_still_to_come_has_no_row_of_nothing_invoiced(house: House) -> None:
    answer = answered(house, "invoiced this year by month")
    assert [row.labels[0] for row in answer.table.rows][-1] == "2026-10"


def test_invoices_convert_at_their_own_day_and_say_so(house: House) -> None:
    assert "Converted to EUR at each day's rate: GBP and USD." in answered(house, "receivables").caveats


def test_a_coordinator_sees_what_is_left_in_hours_and_no_money(house: House) -> None:
    first = ask(Question("how much budget is left", COORDINATOR, TODAY, None), house).first
    assert isinstance(first, Refusal)
    assert first.suggestions == ("Budget hours remaining",)
    contracts = answered(house, "which contracts end next quarter", COORDINATOR)
    assert contracts.query.metrics == ("agreements_ending",)


def test_how_things_will_stand_is_told_as_known_today_and_what_is_agreed_ahead_is_not(house: House) -> None:
    ahead = "31 December 2026 is still to come: it is told as known today, without what happens until then."
    assert ahead in answered(house, "receivables at the end of the year").caveats
    assert ahead in answered(house, "unbilled at the end of the year").caveats
    assert ahead not in answered(house, "budget total at the end of the year").caveats
    assert not any("still to come" in one for one in answered(house, "receivables").caveats)


def test_rows_by_their_share_keep_to_the_limit_under_the_whole_they_are_a_share_of(house: House) -> None:
    whole = answered(house, "revenue by client as a share of the total this year")
    some = answered(house, "clients with more than 5 % of revenue this year")
    shares = {row.labels[0]: row.figures[1].value for row in whole.table.rows if row.figures[1]}
    assert {row.labels[0] for row in some.table.rows} == {
        one for one, share in shares.items() if share > Fraction(1, 20)
    }
    assert 0 < len(some.table.rows) < len(shares)
    assert some.table.total is not None
    assert whole.table.total is not None
    assert some.table.total.figures == whole.table.total.figures
    assert f"{len(some.table.rows)} of {len(shares)} above 5 %" in some.text


def test_rows_by_one_measure_over_another_keep_to_the_limit(house: House) -> None:
    answer = answered(house, "clients where non-billable is more than 20 % of hours this year")
    assert answer.text.startswith("Non-billable hours as a share of tracked hours by client, this year")
    assert answer.table.rows
    assert all(row.figures[1] and row.figures[1].value > Fraction(1, 5) for row in answer.table.rows)


def test_what_is_owed_by_age_is_that_of_its_buckets(house: House) -> None:
    by_age = {row.labels[0]: row.figures[0] for row in answered(house, "receivables by age").table.rows}
    late = answered(house, "receivables over 30 days")
    assert late.table.total is not None
    beyond = [one.value for name, one in by_age.items() if one and name in ("31-60", "61-90", "90+")]
    assert late.table.total.figures[0]
    assert late.table.total.figures[0].value == sum(beyond) > 0
    assert "Days are counted from the day an invoice was due." in late.caveats
