"""Rows picked by what they lack or by how they moved, held against the plain tables they are picked from."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.agency.periods import Period
from assistant.answers.answer import Answer, Reply
from assistant.ask import answer as answered
from assistant.ask import ask
from assistant.outcome import ToLookAfter
from assistant.permissions.house import House
from assistant.query import Filter, OfThose, Query, Question, Some, Turn

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"
COORDINATOR = "hannah.pichler@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    """The demo agency."""
    return House.open(demo_workspace)


def reply(house: House, question: str, asked_as: str = DIRECTOR) -> Reply:
    """Everything that is said to one question."""
    return ask(Question(question, asked_as, TODAY), house)


def answer(house: House, question: str, asked_as: str = DIRECTOR) -> Answer:
    """The first outcome, which must be an answer."""
    first = reply(house, question, asked_as).first
    assert isinstance(first, Answer), first.text
    return first


def column(given: Answer, name: str) -> dict[str, float]:
    """The values of one column, by the labels of its rows."""
    place = [one.name for one in given.table.columns if one.kind == "metric"].index(name)
    return {", ".join(row.labels): float(one.value) for row in given.table.rows if (one := row.figures[place])}


def test_those_without_any_are_those_who_are_there_and_not_among_those_with_some(house: House) -> None:
    lacking = answer(house, "which clients did we not invoice last month")
    there = column(answer(house, "clients with active projects"), "clients_with_active_projects")
    invoiced = column(answer(house, "invoiced by client last month"), "invoiced")

    names = set(column(lacking, "invoiced"))

    assert names == {one for one in there if not invoiced.get(one)}
    assert 0 < len(names) < len(there)
    assert f"{len(names)} of {len(there)} clients with an active project have €0.00." in lacking.text


def test_who_was_away_all_the_time_lacks_nothing(house: House) -> None:
    lacking = answer(house, "who has not logged any time this week", COORDINATOR)

    tracked = column(answer(house, "tracked hours by person this week", COORDINATOR), "tracked_hours")
    available = column(answer(house, "available hours by person from 12 to 14 October 2026"), "available_hours")

    assert set(column(lacking, "tracked_hours")) == {one for one in available if available[one] and one not in tracked}
    assert "up to 14 October 2026" in lacking.text


def test_those_that_fell_are_told_with_the_furthest_first(house: House) -> None:
    fell = answer(house, "which clients' revenue dropped last quarter")
    plain = column(answer(house, "revenue by client last quarter vs the quarter before"), "revenue_change")

    down = sorted((change, name) for name, change in plain.items() if change < 0)

    assert list(column(fell, "revenue_change")) == [name for _, name in down]
    assert f"{len(down)} of {len(plain)} went down." in fell.text


def test_one_that_grew_most_is_the_one_with_the_largest_change(house: House) -> None:
    grew = answer(house, "which client grew the most last quarter")
    plain = column(answer(house, "revenue by client last quarter vs the quarter before"), "revenue_change")

    assert list(column(grew, "revenue_change")) == [max(plain, key=lambda one: plain[one])]


def test_how_many_run_out_is_counted_over_all_and_not_over_those_that_are_shown(house: House) -> None:
    first = answer(house, "which budget will run out of money first").text
    every = answer(house, "when do our budgets run out").text

    counted = every.split(": ")[1].split(" run out")[0]

    assert f"{counted} run out before the end" in first


def test_a_share_of_another_measure_is_the_one_over_the_other(house: House) -> None:
    share = answer(house, "expenses as a share of revenue by client last quarter")
    expenses = column(answer(house, "expenses by client last quarter"), "expense_cost")
    revenue = column(answer(house, "revenue by client last quarter"), "revenue")

    made = column(share, "expense_cost_of_revenue")

    assert made
    assert made == pytest.approx({one: expenses.get(one, 0) / revenue[one] for one in made})


def test_money_per_hour_is_an_amount_and_no_share(house: House) -> None:
    each = answer(house, "cost per billable hour by team last quarter")
    cost = column(answer(house, "cost by team last quarter"), "cost")
    hours = column(answer(house, "billable hours by team last quarter"), "billable_hours")

    made = column(each, "cost_per_billable_hours")

    assert each.text.startswith("Cost per billable hour, last quarter (Q3 2026): €")
    assert made == pytest.approx({one: cost[one] / hours[one] for one in made if hours.get(one)})


def test_a_mean_per_person_by_team_has_a_row_for_each_team(house: House) -> None:
    mean = answer(house, "average hours per person, by team, last quarter")
    people = column(answer(house, "hours by person and team last quarter"), "tracked_hours")
    teams = column(answer(house, "hours by team last quarter"), "tracked_hours")

    sizes = {team: sum(one.endswith(f", {team}") for one in people) for team in teams}

    assert column(mean, "tracked_hours_average") == pytest.approx({one: teams[one] / sizes[one] for one in teams})


def test_the_list_of_data_health_answers_in_its_own_words(house: House) -> None:
    [told] = reply(house, "people without a cost rate").outcomes

    assert isinstance(told, ToLookAfter)
    assert told.kind == "answer"
    assert told.text.startswith("Data health, people without a cost rate: 1 finding. (1) Yuki Tanaka has no cost rate")


def test_who_may_not_see_cost_is_told_nothing_of_it(house: House) -> None:
    [told] = reply(house, "people without a cost rate", COORDINATOR).outcomes

    assert told.text.startswith("Data health, people without a cost rate: nothing found in what you may see.")


def test_a_mean_month_is_all_of_its_months_shared_out_and_a_rate_is_that_of_all_of_them(house: House) -> None:
    held = answer(house, "which clients are above their 6 month average revenue in september")
    months = column(answer(house, "revenue by client from March to August 2026"), "revenue")
    now = column(answer(house, "revenue by client in September 2026"), "revenue")
    above = {name for name in {*now, *months} if now.get(name, 0) > months.get(name, 0) / 6}

    assert column(held, "revenue_before") == pytest.approx({name: months.get(name, 0) / 6 for name in above}, abs=0.01)
    assert f"{len(above)} of {len({*now, *months})} are above it" in held.text
    assert "against an average month of March - August 2026" in held.text

    rate = answer(house, "is utilization in september below its 6 month average")
    whole = answer(house, "utilization from March to August 2026")
    assert column(rate, "billable_utilization_before") == column(whole, "billable_utilization")
    assert "in March - August 2026 as a whole" in rate.text


def test_the_mean_goes_with_the_period_that_is_asked_for_next(house: House) -> None:
    first = ask(Question("revenue in september vs our 3 month average", DIRECTOR, TODAY), house)

    then = ask(Question("same for august", DIRECTOR, TODAY, Turn(first.plan)), house).first

    assert isinstance(then, Answer)
    assert then.query.against is not None
    assert (then.query.against.period.label, then.query.against.stretches) == ("an average month of May - July 2026", 3)


def test_those_on_a_project_and_those_who_are_not_are_everybody(house: House) -> None:
    period = Period(date(2026, 9, 1), date(2026, 9, 30), "September 2026")
    plain = Query(("available_hours",), period, by=("person",))
    on_it = (Some("tracked_hours", period, (Filter("project", ("MER-PORT",), ("Patient portal",)),)),)
    view = house.view_for(DIRECTOR)

    def asked(query: Query) -> Answer:
        given = answered(query, Question("", DIRECTOR, TODAY), view)
        assert isinstance(given, Answer), given
        return given

    everybody, those, others = (
        asked(replace(plain, of_those=one))
        for one in (None, OfThose("person", on_it), OfThose("person", on_it, none=True))
    )
    worked = column(answer(house, "tracked hours by person for Patient portal in September"), "tracked_hours")
    hours = [column(one, "available_hours") for one in (everybody, those, others)]

    assert hours[0] == {**hours[1], **hours[2]}
    assert set(hours[1]) == set(worked) & set(hours[0])
    assert not set(hours[1]) & set(hours[2])
    totals = [one.table.total.figures[0] for one in (everybody, those, others) if one.table.total]
    assert totals[0].value == totals[1].value + totals[2].value  # type: ignore[union-attr]


def test_who_is_on_so_many_projects_is_counted_by_the_rows_of_each(house: House) -> None:
    many = answer(house, "who worked on more than 5 projects last month")
    plain = column(answer(house, "hours by person and project last month"), "tracked_hours")
    on = Counter(label.split(", ")[0] for label in plain)

    assert set(column(many, "tracked_hours")) == {one for one in plain if on[one.split(", ")[0]] > 5}
    assert f"{sum(one > 5 for one in on.values())} of {len(on)} people have some for more than 5 projects." in many.text


def test_rows_above_and_below_their_mean_are_those_of_the_plain_table(house: House) -> None:
    plain = column(answer(house, "hours by person last month"), "tracked_hours")
    mean = sum(plain.values()) / sum(value > 0 for value in plain.values())
    above = answer(house, "who logged more hours than the average person last month")
    below = column(answer(house, "people with below-average hours last month"), "tracked_hours")

    assert set(column(above, "tracked_hours")) == {one for one, value in plain.items() if value > mean}
    assert set(below) == {one for one, value in plain.items() if value < mean}
    assert above.text.startswith(f"Tracked hours, last month (September 2026): {len(above.table.rows)} of {len(plain)}")
    assert set(column(above, "tracked_hours_mean").values()) == {mean}


def test_a_rate_is_held_against_that_of_all_together_and_somebody_against_their_team(house: House) -> None:
    whole = answer(house, "utilization of the Development team last month").table.total
    told = answer(house, "compare Bor's utilization with the team average last month")
    own = answer(house, "utilization of Bor last month").table.total

    assert whole is not None
    assert own is not None
    assert [one.value for one in told.table.rows[0].figures if one][:2] == [
        own.figures[0].value,  # type: ignore[union-attr]
        whole.figures[0].value,  # type: ignore[union-attr]
    ]
    assert "of all" in told.text
    assert "for Development" in told.text


def test_no_mean_is_told_of_rows_that_may_not_be_shown(house: House) -> None:
    given = answer(house, "which projects have an above-average margin last quarter", "ana.kovac@harbourlane.example")

    assert given.table.rows == ()
    assert "the mean cannot be shown" in given.text


def test_days_with_so_many_away_are_told_as_days(house: House) -> None:
    told = answer(house, "days with more than 2 people away next month")
    away = Counter(
        label.split(", ")[-1]
        for label in column(answer(house, "absence days by person and day next month"), "absence_days")
    )

    assert {row.labels[0] for row in told.table.rows} == {day for day, people in away.items() if people > 2}
    assert f"of {len(away)} days have some for more than 2 people." in told.text


def test_a_state_at_each_end_is_what_it_is_on_that_day(house: House) -> None:
    told = column(answer(house, "headcount at the end of each month this year"), "headcount")

    for month, day in (("2026-03", "31 March 2026"), ("2026-09", "30 September 2026")):
        on = answer(house, f"headcount on {day}").table.total
        assert on is not None
        assert told[month] == on.figures[0].value  # type: ignore[union-attr]


def test_those_who_did_not_grow_are_all_the_others(house: House) -> None:
    grew = column(answer(house, "which clients grew last quarter"), "revenue")
    not_so = column(answer(house, "which clients did not grow last quarter"), "revenue")
    every = column(answer(house, "revenue by client last quarter vs the quarter before"), "revenue")

    assert not set(grew) & set(not_so)
    assert set(grew) | set(not_so) == set(every)


def test_a_coordinator_is_told_who_is_away_and_an_account_manager_is_not(house: House) -> None:
    question = "who on Patient portal is away this year"

    assert answer(house, question, COORDINATOR).text.startswith("Absence days of people with")
    assert reply(house, question, "luka.novak@harbourlane.example").first.kind in ("refusal", "no_data")


def test_what_people_cost_is_not_told_of_those_on_a_project(house: House) -> None:
    period = Period(date(2026, 9, 1), date(2026, 9, 30), "September 2026")
    on_it = (Some("tracked_hours", period, (Filter("project", ("MER-PORT",), ("Patient portal",)),)),)
    manager = "ana.kovac@harbourlane.example"
    query = Query(("labor_cost",), period, of_those=OfThose("person", on_it))

    assert answered(query, Question("", manager, TODAY), house.view_for(manager)).kind == "refusal"


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("top 2 people by hours for each project last month", 1),
        ("each project's 2 busiest people last month", 0),
    ],
)
def test_the_first_of_each_are_first_in_the_plain_table_of_each(house: House, question: str, place: int) -> None:
    plain = answer(house, f"hours by {'person and project' if place else 'project and person'} last month").table
    told = answer(house, question).table
    of_each: dict[object, list[float]] = {}
    for row in plain.rows:
        if row.key[1 - place] is not None:
            of_each.setdefault(row.key[place], []).append(row.figures[0].value)  # type: ignore[arg-type,union-attr]
    first = {each: sorted(hours, reverse=True)[:2] for each, hours in of_each.items()}
    shown: dict[object, list[float]] = {}
    for row in told.rows:
        shown.setdefault(row.key[place], []).append(row.figures[0].value)  # type: ignore[arg-type,union-attr]

    assert shown == first
    assert len(told.rows) < len(plain.rows)


def test_those_that_keep_to_both_conditions_are_in_both_lists(house: House) -> None:
    """
    margin is of last month and the hours left are of today, so that neither is a column of the other's table
    """
    both = column(answer(house, "projects with more than 100 hours left and margin below 20%"), "margin")
    left = column(answer(house, "projects with more than 100 hours left"), "budget_hours_remaining")
    low = column(answer(house, "projects with margin below 20%"), "margin")

    assert both == {name: margin for name, margin in low.items() if name in left}
    assert both


def test_who_has_nothing_of_a_sum_is_below_a_limit_of_it(house: House) -> None:
    booked = column(answer(house, "scheduled hours by person next week"), "scheduled_hours")
    free = column(answer(house, "who is free the week after next"), "free_hours")
    both = answer(house, "who has less than 10 scheduled hours next week but is free the week after next")

    assert set(column(both, "free_hours")) == {one for one in free if booked.get(one, 0) < 10}


def test_a_condition_on_what_may_not_be_seen_is_refused(house: House) -> None:
    told = reply(house, "projects with more than 100 hours left and margin below 20%", COORDINATOR)

    assert {one.kind for one in told.outcomes} == {"refusal"}
