"""Rows under a comparison and under each part of a change: of both periods, to the second and the cent.

Ana   by the hour for Acme at 100, 70 an hour in cost;  Ben  on a fixed fee, 40 in cost;  Cy came in October
September  Ana 10 h (8 billable), 3 h rejected    Ben 20 h of 100 sold for 9,000    100 billed on    a taxi ordered
October    Ana 12 h (12 billable)                 Ben 22 h                          160 billed on    Cy 4 h (4)
"""

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.answers.rows import rows_under
from assistant.answers.sources import Under
from assistant.ask import ask
from assistant.documents.from_answer import bound
from assistant.permissions.house import House
from assistant.query import Question
from assistant.store.snapshots import Workspace
from ingest.run import ingest
from tests.agency_notation import agency
from tests.permissions.plain_folder import write

TODAY = date(2026, 11, 10)
DIRECTOR, MANAGER = "dora@house.example", "mara@house.example"
SMALL = """
    people        person  start_date  name  email              team    employment
                  Ana     2025-01-01  Ana   ana@house.example  Studio  employee
                  Ben     2025-01-01  Ben   ben@house.example  Studio  employee
                  Cy      2026-10-01  Cy    cy@house.example   Studio  employee
    working_hours person  valid_from  mon  tue  wed  thu  fri
                  Ana     2025-01-01  8    8    8    8    8
                  Ben     2025-01-01  8    8    8    8    8
                  Cy      2026-10-01  8    8    8    8    8
    clients       client  name
                  Acme    Acme
    projects      project  name  client  kind    status  project_manager
                  Shop     Shop  Acme    client  active  mara@house.example
                  Site     Site  Acme    client  active  mara@house.example
    budgets       budget  name  project  type                start_date  hours  currency  amount
                  Hourly  Hourly  Shop   time_and_materials  2026-01-01  500    EUR       90000
                  Fee     Fee     Site   fixed               2026-01-01  100    EUR       9000
    bill_rates    valid_from  hourly_rate
                  2026-01-01  100
    cost_rates    person  valid_from  hourly_cost
                  Ana     2026-01-01  70
                  Ben     2026-01-01  40
                  Cy      2026-01-01  50
    time_entries  entry  person  project  date        hours  billable_hours  status
                  1      Ana     Shop     2026-09-03  10     8               approved
                  2      Ana     Shop     2026-09-04  3      3               rejected
                  3      Ben     Site     2026-09-07  20     0               approved
                  4      Ana     Shop     2026-10-05  12     12              approved
                  5      Ben     Site     2026-10-06  22     0               approved
                  6      Cy      Shop     2026-10-07  4      4               approved
    expenses      expense  project  date        category  status     amount  billable_amount
                  1        Shop     2026-09-10  travel    approved   90      100
                  2        Shop     2026-09-11  travel    committed  55      60
                  3        Shop     2026-10-10  travel    approved   150     160
                  4        Shop     2026-10-11  travel    rejected   33      33
    users         email               name  role
                  dora@house.example  Dora  admin
                  mara@house.example  Mara  project_manager
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder = write(agency(SMALL), tmp_path_factory.mktemp("rows") / "files", 'base_currency = "EUR"\n')
    workspace = Workspace(folder.parent / "work")
    ingest(workspace, [folder], now=datetime(2026, 11, 10, 8, tzinfo=UTC))
    return House.open(workspace.path)


def answered(house: House, question: str, asked_as: str = DIRECTOR) -> Answer:
    first = ask(Question(question, asked_as, TODAY), house).first
    assert isinstance(first, Answer), first.text
    return first


def added(answer: Answer, table: str, column: str, under: Under) -> Fraction:
    """The sum of one column over the rows that are opened."""
    found = rows_under(answer, table, under)
    place = found.columns.index(column)
    return sum((Fraction(row[place]) for row in found.cells if row[place]), Fraction(0))


def both(answer: Answer, table: str, column: str, part: str = "") -> list[Fraction]:
    """The same in the earlier period and in the later one."""
    return [added(answer, table, column, Under(part=part, earlier=one)) for one in (True, False)]


def test_the_rows_of_both_periods_of_a_comparison_add_up_to_its_two_numbers(house: House) -> None:
    answer = answered(house, "hours in October compared with September")
    total = answer.table.total
    assert total is not None
    now, before = (one.value for one in total.figures[:2] if one is not None)
    assert both(answer, "time_entries", "hours") == [before, now] == [30, 38]


def test_the_rows_of_each_part_of_a_change_add_up_to_both_ends(house: House) -> None:
    """
    Revenue  September  8 h x 100 + 20/100 x 9,000 + 100 = 2,700    October  16 h x 100 + 1,980 + 160 = 3,740
    """
    answer = answered(house, "why did revenue change in October")
    made = answer.verified.result.explanation
    assert made is not None
    assert [made.before, made.after] == [2_700, 3_740]
    assert sum(one.value for one in made.parts if one.value is not None) == 3_740 - 2_700
    hours = both(answer, "time_entries", "billable_hours", "billable hours")
    fixed = both(answer, "time_entries", "hours", "fixed fees")
    billed = both(answer, "expenses", "billable_amount", "expenses billed on")
    assert [hours, fixed, billed] == [[8, 16], [20, 22], [100, 160]]
    ends = [work * 100 + fee * 9_000 / 100 + on for work, fee, on in zip(hours, fixed, billed, strict=True)]
    assert ends == [made.before, made.after]


def test_a_part_lists_only_the_tables_it_is_made_of(house: House) -> None:
    answer = answered(house, "why did revenue change in October")
    tables = {part: {one.table for one in answer.under(Under(part=part))} for part in answer.parts_of_change}
    assert tables["expenses billed on"] == {"expenses"}
    assert "expenses" not in tables["prices"]
    assert "bill_rates" in tables["prices"]
    assert "bill_rates" not in tables["fixed fees"]


def test_who_came_is_opened_apart_from_who_stayed(house: House) -> None:
    answer = answered(house, "why did utilization change in October")
    assert both(answer, "time_entries", "billable_hours", "billable hours") == [8, 12]
    assert both(answer, "time_entries", "billable_hours", "people who came or left") == [0, 4]


def test_parts_of_the_cost_are_its_rows_and_never_show_a_rate_to_who_may_not_see_it(house: House) -> None:
    answer = answered(house, "why did cost change in October")
    assert both(answer, "time_entries", "hours", "hours worked") == [30, 38]
    assert both(answer, "expenses", "amount", "expenses") == [90, 150]
    seen = answered(house, "why did budget used change in October", MANAGER)
    assert both(seen, "time_entries", "billable_hours") == [8, 16]
    hidden = answered(house, "why did profit change in October", MANAGER)
    opened = [
        (table.table, column)
        for part in ("", *hidden.parts_of_change)
        for earlier in (False, True)
        for table in hidden.under(Under(part=part, earlier=earlier))
        for column in rows_under(hidden, table.table, Under(part=part, earlier=earlier)).columns
    ]
    assert ("time_entries", "hours") in opened
    assert not {("cost_rates", "hourly_cost"), ("time_entries", "cost_rate"), ("expenses", "amount")} & set(opened)


def test_the_rows_of_both_periods_are_told_to_programs_and_on_pages(house: House) -> None:
    reply = ask(Question("why did revenue change in October by project", DIRECTOR, TODAY), house)
    told = reply.to_json()
    parts = {one["part"]: one for one in told["sources_of_parts"]}  # type: ignore[attr-defined]
    (now,), (before,) = parts["expenses billed on"]["sources"], parts["expenses billed on"]["sources_before"]
    assert (now["where"], before["where"]) == ({"expenses.csv": "row 4"}, {"expenses.csv": "row 2"})
    answer = reply.first
    assert isinstance(answer, Answer)
    row = next(one for one in answer.table.rows if one.labels == ("fixed fees", "Site"))
    assert row.figures[0] is not None
    rests = [one for one in bound(answer, row.figures[0], row).origin.rows if "time_entries" in one]
    assert rests == [
        "October 2026, time_entries: time_entries.csv row 6",
        "September 2026, time_entries: time_entries.csv row 4",
    ]


def test_a_difference_of_two_shares_is_in_points_in_the_table_and_on_the_axis_of_its_chart(house: House) -> None:
    """Ana has 12 h of 176 and 8 h of 176 billable, Ben none."""
    answer = answered(house, "whose utilization moved most in October compared with September")
    shown = {row[0]: row[1:] for row in answer.table.shown(answer.locale)}
    assert shown["Ana"] == ["6.8 %", "4.5 %", "2.3 percentage points"]
    assert "2 of 2" in answer.text, "Cy was not there in September, and moved from nothing"
    drawn = answered(house, "why did utilization change in October").chart
    assert drawn is not None
    axis = drawn["encoding"]["x"]  # type: ignore[index]
    assert axis["title"] == "Change (percentage points)"
    assert axis["axis"]["labelExpr"].endswith("' pp'")


def test_a_sentence_says_of_a_row_what_the_table_shows(tmp_path: Path) -> None:
    """Three fees of a third of 100 an hour: 33.33 each are 99.99, so that one of them is shown as 33.34."""
    thirds = """
    people        person  start_date  name  email              team    employment
                  Ana     2025-01-01  Ana   ana@house.example  Studio  employee
    clients       client  name
                  Acme    Acme
    projects      project  name  client  kind    status
                  One      One   Acme    client  active
                  Two      Two   Acme    client  active
                  Three    Three Acme    client  active
    budgets       budget  name  project  type   start_date  hours  currency  amount
                  One     One   One      fixed  2026-01-01  3      EUR       100
                  Two     Two   Two      fixed  2026-01-01  3      EUR       100
                  Three   Three Three    fixed  2026-01-01  3      EUR       100
    time_entries  entry  person  project  date        hours  billable_hours  status
                  1      Ana     One      2026-10-05  1      0               approved
                  2      Ana     Two      2026-10-05  1      0               approved
                  3      Ana     Three    2026-10-05  1      0               approved
    users         email               name  role
                  dora@house.example  Dora  admin
    """
    folder = write(agency(thirds), tmp_path / "files", 'base_currency = "EUR"\n')
    ingest(Workspace(tmp_path / "work"), [folder], now=datetime(2026, 11, 10, 8, tzinfo=UTC))
    answer = answered(House.open(tmp_path / "work"), "top 3 projects by revenue in October")
    shown = {row[0]: row[1] for row in answer.table.shown(answer.locale)}
    assert sorted(shown.values()) == ["€33.33", "€33.33", "€33.34"]
    assert all(f"{name} ({said})" in answer.text for name, said in shown.items() if name in answer.text)
    pace = answered(House.open(tmp_path / "work"), "staleness by project").table
    assert pace.shown_total("en") is None, "of each by itself, and of none together"
