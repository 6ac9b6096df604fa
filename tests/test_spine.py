"""The whole journey over the demo agency: a question in, a reply out, with every intermediate."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from assistant import calculation
from assistant.answers.answer import Answer, Reply
from assistant.answers.rows import rows_under
from assistant.ask import ask, ask_on_record
from assistant.outcome import Withheld
from assistant.permissions.house import House
from assistant.query import Question
from assistant.result import Cell

TODAY = date(2026, 10, 15)
AT = datetime(2026, 10, 15, 9, tzinfo=UTC)
DIRECTOR = "marta.lindqvist@harbourlane.example"
MANAGER = "ana.kovac@harbourlane.example"
COORDINATOR = "petra.zagar@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    """The demo agency."""
    return House.open(demo_workspace)


def asked(house: House, question: str, asked_as: str = DIRECTOR, after: Reply | None = None) -> Reply:
    """One question, as somebody."""
    return ask(Question(question, asked_as, TODAY, after.turn if after else None), house)


def answered(house: House, question: str, asked_as: str = DIRECTOR) -> Answer:
    """The first outcome, which must be an answer."""
    first = asked(house, question, asked_as).first
    assert isinstance(first, Answer), first.text
    return first


@pytest.mark.parametrize(
    "question",
    [
        "What is our projected revenue for next quarter?",
        "Give me an absence report for the last six months",
        "Are we burning through the budget too quickly?",
    ],
)
def test_the_three_questions_it_was_made_for_are_answered_and_verified(house: House, question: str) -> None:
    proof = answered(house, question).verified.to_json()
    assert proof["status"] == "verified"
    assert proof["largest_difference"] == 0


def test_projected_revenue_is_two_numbers_and_their_sum(house: House) -> None:
    answer = answered(house, "projected revenue next quarter by month")
    names = [column.name for column in answer.table.columns]
    assert names == ["month", "confirmed_revenue", "weighted_pipeline", "projected_revenue"]
    for row in answer.table.rows:
        confirmed, weighted, projected = (one.value for one in row.figures if one is not None)
        assert confirmed + weighted == projected


def test_a_total_is_the_ratio_of_sums_and_no_mean_of_percentages(house: House) -> None:
    answer = answered(house, "utilization by team last quarter")
    assert answer.parts is not None
    top, bottom = answer.parts.total
    assert top is not None
    assert bottom is not None
    assert answer.table.total is not None
    total = answer.table.total.figures[0]
    assert total is not None
    assert total.value == top.value / bottom.value


def test_a_disagreement_withholds_the_number_and_is_on_record(
    demo_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = House.open(Path(copytree(demo_workspace, tmp_path / "copy")))
    honest = calculation.grouped

    def one_second_more(*asked: Any, **named: Any) -> Mapping[Any, Cell]:  # noqa: ANN401 - stands in for anything
        return {key: Cell(cell.numerator + Fraction(1, 3600)) for key, cell in honest(*asked, **named).items()}  # type: ignore[operator]

    monkeypatch.setattr(calculation, "grouped", one_second_more)
    reply = ask_on_record(Question("hours last month", DIRECTOR, TODAY), copy, AT)
    assert isinstance(reply.first, Withheld)
    assert "is given" in reply.first.text
    record = (copy.workspace.path / "records" / "audit.jsonl").read_text(encoding="utf-8")
    assert '"disagreement"' in record


def test_an_account_manager_gets_their_own_part_and_is_told_so(house: House) -> None:
    answer = answered(house, "revenue last quarter", ACCOUNT_MANAGER)
    assert "Your own clients only." in answer.caveats


def test_the_same_words_for_a_name_hidden_and_a_name_that_does_not_exist(house: House) -> None:
    hidden = asked(house, "revenue for Adria Ferries last month", ACCOUNT_MANAGER).first
    unknown = asked(house, "revenue for Zanzibar Rockets last month", ACCOUNT_MANAGER).first
    assert hidden.kind == unknown.kind == "no_data"
    assert hidden.text.replace("Adria Ferries", "X") == unknown.text.replace("Zanzibar Rockets", "X")


def test_a_project_managers_margin_hides_small_groups_and_every_total_over_them(house: House) -> None:
    answer = answered(house, "margin by project and month this year", MANAGER)
    hidden = [row for row in answer.table.rows if any(cell.hidden for cell in row.cells)]
    assert hidden, "the demo agency has projects with one or two people in a month"
    assert all(figure is None for row in hidden for figure in row.figures)
    assert answer.table.total is not None
    assert answer.table.total.figures == (None,)
    assert any("too few people" in one for one in answer.caveats)


def test_source_rows_lead_to_files_and_never_to_cost_for_a_project_manager(house: House) -> None:
    answer = answered(house, "margin this year", MANAGER)
    named = {source.table: source for source in answer.sources}
    assert named["time_entries"].files == ("time_entries.csv",)
    shown = {(table, column) for table in named for column in rows_under(answer, table).columns}
    assert not {("cost_rates", "hourly_cost"), ("time_entries", "cost_rate"), ("expenses", "amount")} & shown


def test_a_follow_up_keeps_the_filter(house: House) -> None:
    first = asked(house, "hours for Northwind last month")
    then = asked(house, "and by team?", after=first)
    assert isinstance(then.first, Answer)
    assert then.first.query.by == ("team",)
    assert then.first.query.where == first.turn.plan.queries[0].where  # type: ignore[union-attr]


def test_everything_asked_comes_back_as_an_outcome(house: House) -> None:
    reply = asked(house, "utilization by person or team in September", COORDINATOR)
    assert [one.kind for one in reply.outcomes] == ["answer", "answer"]
    assert len(reply.to_json()["plan"]) == 2  # type: ignore[arg-type]


def test_asking_twice_gives_the_same_bytes(house: House) -> None:
    once = asked(house, "revenue by client last month").to_json()
    assert once == asked(House.open(house.workspace.path), "revenue by client last month").to_json()


def test_a_small_project_hides_its_client_and_the_total_however_they_are_asked(house: House) -> None:
    # Brand refresh, of Fjord & Pine, has one person's hours in 2026; its sister project has five people's.
    by_client = answered(house, "labor cost by client this year", MANAGER)
    hidden = [row.labels[0] for row in by_client.table.rows if row.cells[0].hidden]
    assert hidden == ["Fjord & Pine"]
    assert answered(house, "labor cost this year", MANAGER).table.rows[0].figures == (None,)
    without = answered(house, "labor cost this year without Fjord & Pine", MANAGER)
    assert without.table.rows[0].figures != (None,)


def test_a_yes_or_no_question_is_answered_by_the_number_and_the_word(house: House) -> None:
    assert answered(house, "was utilization above 70% last month").text.endswith("No, that is not above 70 %.")


def test_unknown_cost_is_no_zero(house: House) -> None:
    answer = answered(house, "labor cost by person last month")
    assert "Yuki Tanaka" not in {row.labels[0] for row in answer.table.rows}
    assert any("have no known cost rate" in one for one in answer.caveats)


def test_a_line_that_cannot_be_planned_forgets_nothing(house: House) -> None:
    first = asked(house, "hours for Northwind last month")
    lost = asked(house, "purple elephants", after=first)
    then = asked(house, "in August", after=lost)
    assert isinstance(then.first, Answer)
    assert then.first.query.where[0].names == ("Northwind",)


def test_what_tells_of_nobodys_pay_is_shown_beside_a_cost_that_cannot_be(house: House) -> None:
    """Revenue is what it is, asked for alone or together with cost; the cells of cost are hidden all the same."""
    both = answered(house, "revenue and cost by project and month this year", MANAGER)
    alone = answered(house, "revenue by project and month this year", MANAGER)
    hidden = [row for row in both.table.rows if row.cells[1].hidden]
    assert hidden, "the demo agency has projects with one or two people in a month"
    assert all(row.figures[1] is None for row in hidden)
    shown = {row.key: row.cells[0].value for row in both.table.rows}
    assert {row.key: row.cells[0].value for row in alone.table.rows}.items() <= shown.items()
    assert "cost cannot be shown" in both.text


def test_a_hidden_cost_beside_an_earlier_period_is_an_answer(house: House) -> None:
    answer = answered(house, "cost this month vs last month", MANAGER)
    assert "cannot be shown" in answer.text
    assert any(one.startswith("A part is compared with a whole") for one in answer.caveats)
