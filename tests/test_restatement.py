"""What changed since an answer: parts by table that add up to the whole move, and the rows that are others by now."""

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.answers.restated import AS_ONE
from assistant.ask import ask
from assistant.outcome import NoData, Unsupported
from assistant.permissions.house import House
from assistant.query import Question
from tests.permissions.small_agency import AGENCY, USERS
from tests.permissions.test_earlier import ingested

FIRST, SECOND = datetime(2025, 4, 2, 9, tzinfo=UTC), datetime(2025, 4, 10, 8, tzinfo=UTC)
TODAY = date(2025, 4, 15)

HOURS = ("e1     ana     site     2025-03-03  6      100 ", "e1     ana     site     2025-03-03  7      100 ")
PRICE = ("2025-01-01  140          -       -          site", "2025-01-01  145          -       -          site")
SHOP = ("2025-01-01  120          ana     -          -", "2025-01-01  125          ana     -          -")
FEE = ("b-site   site     Build   fixed                100", "b-site   site     Build   fixed                80 ")
FILM = ("e3     bo      film     2025-03-03  8 ", "e3     bo      film     2025-03-03  5 ")
GONE = ("                   e2     ana     shop     2025-03-03  2      -              -          b-shop\n", "")
COST = ("ana     2025-01-01  40", "ana     2025-01-01  44")
SPENT = ("site     2025-03-10  travel    100     120", "site     2025-03-10  travel    100     150")
SCOPE = ("site     More   2025-03-01    approved  10", "site     More   2025-03-01    approved  20")


def changed(*changes: tuple[str, str]) -> str:
    """The small agency with some of its cells corrected."""
    state = AGENCY
    for old, new in changes:
        assert state.count(old) == 1, old
        state = state.replace(old, new)
    return state


def house(folder: Path, *changes: tuple[str, str]) -> House:
    """The small agency as it was on 2 April, corrected on 10 April."""
    return ingested(folder, (AGENCY, FIRST), (changed(*changes), SECOND))


def told(house: House, question: str, role: str = "admin") -> Answer:
    first = ask(Question(question, USERS[role].email, TODAY), house).first
    assert isinstance(first, Answer), first.text
    return first


def parts(answer: Answer) -> dict[str, Fraction | None]:
    made = answer.verified.result.explanation
    assert made is not None
    return {one.name: one.value for one in made.parts}


def test_a_corrected_entry_moves_the_number_and_is_named_with_both_values(tmp_path: Path) -> None:
    answer = told(house(tmp_path, HOURS), "why are hours in March different from what you told me on 5 April")

    assert answer.text == (
        "Tracked hours, March 2025: 29 h, up from 28 h as known on 5 April 2025, a change of 1 h. "
        "What moved it: time entries (1 h). Of the rows under it, 1 was changed since then."
    )
    (row,) = answer.changed
    assert row.key == ("e1",)
    assert row.how == "changed"
    assert row.cells["hours"] == ("6", "7")
    assert row.place == ("time_entries.csv", 2)


def test_rows_that_came_and_went_are_told_apart(tmp_path: Path) -> None:
    both = ingested(
        tmp_path, (changed(GONE), FIRST), (AGENCY, datetime(2025, 4, 5, tzinfo=UTC)), (changed(GONE), SECOND)
    )
    answer = told(both, "what changed since 6 April in hours for March")
    assert [(one.how, one.key) for one in answer.changed] == [("removed", ("e2",))]
    assert answer.changed[0].to_json()["is"] == {}
    since_first = told(both, "what changed since 3 April in hours for March")
    assert since_first.changed == ()
    assert "None of the rows under it" in since_first.text


@pytest.mark.parametrize(
    ("changes", "tables"),
    [
        ((HOURS,), {"time entries"}),
        ((HOURS, FEE), {"time entries", "budgets"}),
        ((SHOP, GONE), {"time entries", "bill rates"}),
        (
            (HOURS, GONE, SHOP, FEE, SPENT, SCOPE),
            {"time entries", "bill rates", "budgets", "expenses", "change requests"},
        ),
    ],
)
def test_parts_by_table_add_up_to_the_whole_move(
    tmp_path: Path, changes: tuple[tuple[str, str], ...], tables: set[str]
) -> None:
    answer = told(house(tmp_path, *changes), "what changed since 3 April in revenue for March")
    made = answer.verified.result.explanation
    assert made is not None
    assert set(parts(answer)) == tables
    assert sum(one or 0 for one in parts(answer).values()) == made.after - made.before != 0


def test_two_tables_that_work_together_share_what_they_did_fairly(tmp_path: Path) -> None:
    """2 h at 120 were 2 h at 125 by now and, without the correction of the rate, gone.

    rate first: +10, then hours: -250      hours first: -240, then rate: 0      means: +5 and -245
    """
    answer = told(house(tmp_path, GONE, SHOP), "what changed since 3 April in revenue of Shop for March")
    assert parts(answer) == {"bill rates": Fraction(5), "time entries": Fraction(-245)}


def test_days_that_have_passed_are_a_part_of_their_own(tmp_path: Path) -> None:
    planned = AGENCY.replace("e5     bo      site     2025-03-04", "e5     bo      site     2025-04-08")
    later = planned.replace("e4     cy      inside   2025-03-03  4 ", "e4     cy      inside   2025-04-02  4 ")
    here = ingested(tmp_path, (planned, FIRST), (later, SECOND))
    answer = told(here, "what changed since 3 April in hours for Q2")
    assert parts(answer) == {"days that have passed": Fraction(8), "time entries": Fraction(4)}


def test_a_move_of_margin_is_told_exactly_too(tmp_path: Path) -> None:
    answer = told(house(tmp_path, HOURS, COST, FEE), "what changed since 3 April in margin for March")
    made = answer.verified.result.explanation
    assert made is not None
    assert sum(one or 0 for one in parts(answer).values()) == made.after - made.before


def test_who_sees_cost_in_sums_only_is_told_no_part_and_no_cost(tmp_path: Path) -> None:
    settings = "small_group = 1\n"
    both = ingested(tmp_path, (AGENCY, FIRST), (changed(HOURS, COST), SECOND), settings=settings)
    answer = told(both, "what changed since 3 April in cost for March", "project_manager")
    assert set(parts(answer)) == {"everything together"}
    assert AS_ONE in answer.caveats
    assert {one.table for one in answer.changed} == {"time_entries"}
    assert not any("cost" in name for one in answer.changed for name in one.cells)


def test_a_small_group_hides_the_move_of_its_cost(tmp_path: Path) -> None:
    answer = told(house(tmp_path, COST), "what changed since 3 April in cost for March", "project_manager")
    assert answer.text == "Cost, March 2025: what changed it cannot be shown."
    assert answer.table.total is None


def test_what_changed_where_the_asker_does_not_look_is_no_change(tmp_path: Path) -> None:
    question = "what changed since 3 April in hours for March"
    one, two = (house(tmp_path / name, *changes) for name, changes in (("one", (HOURS,)), ("two", (HOURS, FILM, COST))))
    member = USERS["member"].email
    replies = [ask(Question(question, member, TODAY), each).to_json() for each in (one, two)]
    assert replies[0] == replies[1]
    assert replies[0]["restated"]


def test_what_changed_since_is_a_follow_up_to_an_answer_of_then(tmp_path: Path) -> None:
    here = house(tmp_path, HOURS)
    first = ask(Question("hours in March as known on 5 April", USERS["admin"].email, TODAY), here)
    then = ask(Question("what changed since then?", USERS["admin"].email, TODAY, first.turn), here)
    assert then.first.text == told(here, "what changed since 5 April in hours for March").text
    assert then.to_json()["plan"][0]["restated_since"] == "2025-04-05"  # type: ignore[index]


def moved(answer: Answer) -> dict[str, list[Fraction | None]]:
    """What each group is, was known as, and the change."""
    return {row.labels[0]: [one.value if one else None for one in row.figures] for row in answer.table.rows}


def test_each_project_stands_with_what_it_was_known_as_and_all_of_them_are_the_move(tmp_path: Path) -> None:
    """
    Site  11,000 x 14 h / (100 + 10) h = 1,400 -> 11,000 x 15 h / (80 + 20) h = 1,650
    Shop  2 h at 120 -> gone
    """
    here = house(tmp_path, HOURS, GONE, SHOP, FEE, SPENT, SCOPE)
    answer = told(here, "what changed since 3 April in revenue by project for March")
    rows = moved(answer)
    assert list(rows) == ["Site", "Shop"]
    assert rows == {"Site": [1650, 1400, 250], "Shop": [0, 240, -240]}
    assert answer.table.total is not None
    total = [one.value if one else None for one in answer.table.total.figures]
    assert [sum(one or 0 for one in cells) for cells in zip(*rows.values(), strict=True)] == total
    made = answer.verified.result.explanation
    assert made is not None
    assert total == [made.after, made.before, made.after - made.before]
    assert sum(one or 0 for one in parts(answer).values()) == made.after - made.before
    assert "By project it moved in Site (€250.00) and Shop (-€240.00)." in answer.text


def test_the_margins_of_projects_move_each_for_itself(tmp_path: Path) -> None:
    answer = told(house(tmp_path, HOURS, COST, GONE), "what changed since 3 April in margin by project for March")
    rows = moved(answer)
    after, before, change = rows["Site"]
    assert after is not None
    assert before is not None
    assert change == after - before != 0
    assert rows["Shop"][0] is None
    assert rows["Shop"][2] is None


def test_a_project_that_went_over_to_another_client_moves_both_and_nothing_in_all(tmp_path: Path) -> None:
    over = ("site     Site      acme    client    pia@x.co", "site     Site      zeta    client    pia@x.co")
    answer = told(house(tmp_path, over), "what changed since 3 April in hours by client for March")
    assert "a change of 0 h. By client it moved in Acme (-14 h) and Zeta (14 h)." in answer.text
    assert [(one.table, one.key) for one in answer.changed] == [("projects", ("site",))]


def test_what_is_gone_keeps_the_name_it_had(tmp_path: Path) -> None:
    """Ana, who is a member, has no work on Shop any more, and sees nothing of it now."""
    answer = told(house(tmp_path, GONE), "what changed since 3 April in hours by project for March", "member")
    assert ["Shop", "0 h", "2 h", "-2 h"] in answer.table.shown(answer.locale)


def test_no_group_that_rests_on_few_people_is_told_by_either_state(tmp_path: Path) -> None:
    question = "what changed since 3 April in cost by project for March"
    answer = told(house(tmp_path, HOURS, COST), question, "project_manager")
    assert all(cell.value is None for row in answer.table.rows for cell in row.cells)
    assert answer.text == "Cost, March 2025: what changed it cannot be shown."


def test_without_a_time_it_is_about_all_that_had_been_told_by_then(tmp_path: Path) -> None:
    here = house(tmp_path, HOURS, GONE)
    answer = told(here, "what changed since 3 April in hours by client")
    assert answer.query.period.end == date(2025, 4, 2)
    assert "By client it moved in Acme (-1 h)." in answer.text
    other = told(here, "what changed in hours by client since 3 April")
    assert other.text == answer.text


def test_a_limit_of_it_is_not_left_out_silently(tmp_path: Path) -> None:
    first = ask(Question("what changed since 5 April in hours by person above 2 h for March", USERS["admin"].email,
                         TODAY), house(tmp_path, HOURS)).first  # fmt: skip
    assert isinstance(first, Unsupported)


@pytest.mark.parametrize("day", ["1 March", "15 April", "20 April 2025"])
def test_a_day_without_an_answer_of_then_is_told_so(tmp_path: Path, day: str) -> None:
    first = ask(Question(f"what changed since {day} in hours for March", USERS["admin"].email, TODAY),
                house(tmp_path, HOURS)).first  # fmt: skip
    assert isinstance(first, NoData)


def test_how_revenue_went_since_a_day_is_no_restatement(tmp_path: Path) -> None:
    reply = ask(Question("how did revenue change since 1 March", USERS["admin"].email, TODAY), house(tmp_path, HOURS))
    assert all(one.restated is None for one in reply.plan.queries)


def test_rates_of_exchange_are_no_reason_for_hours_and_none_of_a_later_day_is_under_a_month(tmp_path: Path) -> None:
    """A rate of 8 April came in later: no number of March is converted by it, and hours never are."""
    rate = "2025-01-01  USD       0.9\n"
    both = house(tmp_path, HOURS, (rate, f"{rate}                   2025-04-08  USD       0.8\n"))
    hours = told(both, "what changed since 3 April in hours for March")
    assert set(parts(hours)) == {"time entries"}
    cost = told(both, "what changed since 3 April in cost for March")
    assert {(one.table, one.key) for one in cost.changed} == {("time_entries", ("e1",))}
