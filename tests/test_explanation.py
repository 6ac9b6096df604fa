"""Why a number changed: by hand for each metric, and the laws every explanation obeys."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import explanation
from assistant.agency.periods import Period
from assistant.calculation import calculate
from assistant.explanation import Found, Place, Quantities, explain
from assistant.facts import Facts
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Timing
from assistant.metrics.explained import EXPLAINED
from assistant.outcome import Ended, NoData, Withheld
from assistant.permissions.authorise import AuthorisedQuery
from assistant.query import Against, Query
from assistant.result import Explanation, Part
from assistant.verification import Verified, verify
from tests.agency_notation import Tables, agency
from tests.fakes import FakeView

if TYPE_CHECKING:
    from assistant.permissions.view import View

TODAY = date(2026, 11, 20)
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30), "September 2026")
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31), "October 2026")
A_WEEK = Period(date(2026, 9, 7), date(2026, 9, 11), "a week of September")
ANOTHER = Period(date(2026, 10, 5), date(2026, 10, 9), "a week of October")

PROJECTS = """
    clients    client
               Acme
               Bolt
    projects   project  client
               Shop     Acme
               Blog     Bolt
"""


KEPT: list[FakeView] = []


class Kept(FakeView):
    """A view that is known again, so that slices are worked out once for both periods."""

    @property
    def cache_key(self) -> str:
        KEPT.append(self)
        return f"explained {id(self)}"


def explained(
    metric: str, notation: str, now: Period = OCTOBER, before: Period = SEPTEMBER, by: tuple[str, ...] = ()
) -> Explanation:
    made = asked(metric, agency(f"{PROJECTS}{notation}"), now, before, by)
    assert isinstance(made, Verified), made.text
    assert made.result.explanation is not None
    return made.result.explanation


def asked(
    metric: str, tables: Tables, now: Period = OCTOBER, before: Period = SEPTEMBER, by: tuple[str, ...] = ()
) -> Verified | Ended:
    if METRICS[metric].timing is Timing.STATE:
        now, before = Period(None, now.end, now.label), Period(None, before.end, before.label)
    query = Query((metric,), now, by=by, against=Against(before), every_item=True, why=True)
    allowed = AuthorisedQuery(query, cast("View", Kept(tables)), (METRICS[metric],))
    rows = Facts(allowed, TODAY)
    verified = verify(calculate(allowed, rows), allowed, rows)
    assert isinstance(verified, Verified), verified.text
    return explain(verified, allowed, rows)


def parts(made: Explanation) -> dict[str, Fraction]:
    return {one.name: one.value or Fraction(0) for one in made.parts}


def moved(made: Explanation) -> dict[str, Fraction]:
    return {name: value for name, value in parts(made).items() if value}


def test_fewer_hours_at_a_higher_price() -> None:
    """
    Ana  100 h at 80 -> 60 h at 90, Ben 100 h at 60 -> 60 h at 60: each half of all hours, 200 -> 120
    hours   80 fewer x (1/2 x (80 + 90) / 2 + 1/2 x 60) = -5,800
    prices  10 more x 1/2 x (200 + 120) / 2             =    800
    """
    made = explained(
        "revenue",
        """
    bill_rates    person  valid_from  hourly_rate
                  Ana     2026-01-01  80
                  Ana     2026-10-01  90
                  Ben     2026-01-01  60
    time_entries  person  project  date        hours
                  Ana     Shop     2026-09-03  100
                  Ben     Blog     2026-09-03  100
                  Ana     Shop     2026-10-05  60
                  Ben     Blog     2026-10-05  60
    """,
    )
    assert [made.before, made.after] == [Fraction(14_000), Fraction(9_000)]
    assert parts(made) == {"billable hours": -5_800, "mix of people and projects": 0, "prices": 800}


def test_more_of_the_dearer_person_is_mix() -> None:
    """
    Ana  50 h -> 60 h at 80, Ben 50 h -> 40 h at 60: 10 of 100 hours moved to what is 20 dearer
    """
    made = explained(
        "revenue",
        """
    bill_rates    person  valid_from  hourly_rate
                  Ana     2026-01-01  80
                  Ben     2026-01-01  60
    time_entries  person  project  date        hours
                  Ana     Shop     2026-09-03  50
                  Ben     Blog     2026-09-03  50
                  Ana     Shop     2026-10-05  60
                  Ben     Blog     2026-10-05  40
    """,
        by=("client",),
    )
    assert moved(made) == {"mix of people and projects": 200}
    assert {(one.name, one.key): one.value for one in made.drilled} == {
        ("mix of people and projects", ("Acme",)): 800,
        ("mix of people and projects", ("Bolt",)): -600,
    }


def test_a_new_client_is_mix_and_hours_and_never_price() -> None:
    """
    Ana 10 h at 80 for Acme -> 10 h at 80 for Acme and 10 h at 120 for Bolt
    hours   10 more at half 80 and half (80 + 120) / 2 = 900       mix  the rest of 1,200
    """
    made = explained(
        "revenue",
        """
    bill_rates    person  project  valid_from  hourly_rate
                  Ana     Shop     2026-01-01  80
                  Ana     Blog     2026-01-01  120
    time_entries  person  project  date        hours
                  Ana     Shop     2026-09-03  10
                  Ana     Shop     2026-10-05  10
                  Ana     Blog     2026-10-05  10
    """,
    )
    assert parts(made) == {"billable hours": 900, "mix of people and projects": 300, "prices": 0}


def test_what_is_not_earned_by_hours_has_parts_of_its_own() -> None:
    """
    Build  1,000 over 10 h, 5 h worked in September: 500; in October 100 more are agreed, half of it earned
    Care   1,000 a month from October
    Fix    capped at 1,000: 5 h at 100 in September, 10 h in October of which 5 h are over the cap
    """
    made = explained(
        "revenue",
        """
    budgets          budget  project  type                hours  amount  capped  start
                     Build   Shop     fixed               10     1000    -       2026-01-01
                     Care    Shop     retainer            -      1000    -       2026-10-01
                     Fix     Blog     time_and_materials  -      1000    true    2026-01-01
    change_requests  project  budget  amount  decided_on
                     Shop     Build   100     2026-10-12
    bill_rates       valid_from  hourly_rate
                     2026-01-01  100
    expenses         project  budget  date        amount  billable_amount
                     Blog     Fix     2026-10-20  20      30
    time_entries     person  project  budget  date        hours
                     Ana     Shop     Build   2026-09-03  5
                     Ana     Blog     Fix     2026-09-03  5
                     Ana     Blog     Fix     2026-10-05  10
    """,
    )
    assert [made.before, made.after] == [Fraction(1_000), Fraction(1_580)]
    assert moved(made) == {
        "billable hours": 500,
        "budget caps": -500,
        "fixed fees": -500,
        "scope changes": 50,
        "retainers": 1_000,
        "expenses billed on": 30,
    }


def test_the_same_money_at_another_rate_of_exchange_is_currency() -> None:
    """
    10 h at USD 100 at 0.8 -> at 0.9
    """
    made = explained(
        "revenue",
        """
    exchange_rates  date        currency  rate
                    2026-09-01  USD       0.8
                    2026-10-01  USD       0.9
    bill_rates      valid_from  hourly_rate  currency
                    2026-01-01  100          USD
    time_entries    person  project  date        hours
                    Ana     Shop     2026-09-03  10
                    Ana     Shop     2026-10-05  10
    """,
    )
    assert moved(made) == {"exchange rates": 100}


COSTED = """
    cost_rates    person  valid_from  hourly_cost
                  Ana     2026-01-01  50
                  Ana     2026-10-01  60
    time_entries  person  project  date        hours  billable_hours
                  Ana     Shop     2026-09-03  10     10
                  Ana     Shop     2026-10-05  20     10
    bill_rates    valid_from  hourly_rate
                  2026-01-01  100
    expenses      project  date        amount
                  Shop     2026-10-20  40
"""


def test_labor_is_hours_and_cost_rates() -> None:
    """
    10 h at 50 -> 20 h at 60: hours 10 x 55, rates 10 x 15
    """
    assert moved(explained("labor_cost", COSTED)) == {"hours worked": 550, "cost rates": 150}


def test_cost_is_labor_and_expenses() -> None:
    assert moved(explained("cost", COSTED)) == {"hours worked": 550, "cost rates": 150, "expenses": 40}


def test_what_costs_more_lowers_profit() -> None:
    assert moved(explained("profit", COSTED)) == {"hours worked": -550, "cost rates": -150, "expenses": -40}


def test_margin_stays_where_prices_and_cost_rates_rise_alike() -> None:
    """
    10 h at 100, cost 60: 40 %        10 h at 125, cost 75: 40 %
    at the new prices alone 52 %, at the new cost rates alone 25 %
    prices  (12 + 15) / 2 = 13.5 points      cost rates  -13.5 points
    """
    made = explained(
        "margin",
        """
    cost_rates    person  valid_from  hourly_cost
                  Ana     2026-01-01  60
                  Ana     2026-10-01  75
    bill_rates    valid_from  hourly_rate
                  2026-01-01  100
                  2026-10-01  125
    time_entries  person  project  date        hours
                  Ana     Shop     2026-09-03  10
                  Ana     Shop     2026-10-05  10
    """,
    )
    assert made.before == made.after == Fraction("0.4")
    assert moved(made) == {"prices": Fraction("0.135"), "cost rates": Fraction("-0.135")}


def test_margin_from_a_fee_to_hours_has_no_world_in_between_and_is_told_by_revenue() -> None:
    """
    September: a fee of 1,000, cost 10 h x 50 = 500: 50 %        October: 10 h at 200, cost 500: 75 %
    """
    made = explained(
        "margin",
        """
    cost_rates    person  valid_from  hourly_cost
                  Ana     2026-01-01  50
    bill_rates    person  project  valid_from  hourly_rate
                  Ana     Blog     2026-01-01  200
    budgets       budget  project  type   amount  recognition  delivered_on  start
                  Build   Shop     fixed  1000    on_delivery  2026-09-20    2026-01-01
    time_entries  person  project  date        hours  billable_hours
                  Ana     Blog     2026-09-03  10     0
                  Ana     Blog     2026-10-05  10     10
    """,
    )
    assert moved(made) == {"revenue": Fraction("0.25")}


PATTERNS = """
    people         person  start
                   Ana     2020-01-01
                   Ben     2026-10-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2020-01-01  8   8   8   8   8
                   Ben     2020-01-01  8   8   8   8   8
"""


def test_utilization_is_hours_over_capacity() -> None:
    """
    Ana 20 of 40 h -> 24 of 32 h: hours (4/40 + 4/32) / 2, capacity the rest of the 25 points
    """
    made = explained(
        "billable_utilization",
        f"""{PATTERNS.replace("2026-10-01", "2026-12-01")}
    absences       person  start       end
                   Ana     2026-10-06  2026-10-06
    time_entries   person  project  date        hours
                   Ana     Shop     2026-09-07  20
                   Ana     Shop     2026-10-05  24
    """,
        ANOTHER,
        A_WEEK,
    )
    assert moved(made) == {"billable hours": Fraction("0.1125"), "capacity": Fraction("0.1375")}


def test_who_joins_moves_utilization_with_all_they_bring() -> None:
    """
    Ana 20 of 40 h twice; Ben joins with 36 of 40 h: 50 % -> 70 %
    """
    made = explained(
        "billable_utilization",
        f"""{PATTERNS}
    time_entries   person  project  date        hours
                   Ana     Shop     2026-09-07  20
                   Ana     Shop     2026-10-05  20
                   Ben     Shop     2026-10-05  36
    """,
        ANOTHER,
        A_WEEK,
        by=("person",),
    )
    assert moved(made) == {"people who came or left": Fraction("0.2")}
    assert [(one.name, one.key, one.value) for one in made.drilled] == [
        ("people who came or left", ("Ben",), Fraction("0.2"))
    ]


BURNT = """
    budgets          budget  project  type                amount  start
                     Build   Shop     time_and_materials  2000    2026-01-01
    change_requests  project  budget  amount  decided_on
                     Shop     Build   500     2026-10-12
    bill_rates       valid_from  hourly_rate
                     2026-01-01  100
    time_entries     person  project  budget  date        hours
                     Ana     Shop     Build   2026-09-03  10
                     Ana     Shop     Build   2026-10-05  5
"""


def test_more_hours_burn_a_budget() -> None:
    """10 h in September and 5 in October: 1,000 and 1,500 to date, and in October 500 less than in September."""
    now, before = (Period(None, one.end, one.label) for one in (OCTOBER, SEPTEMBER))
    assert moved(explained("budget_used", BURNT, now, before)) == {"hours": 500}
    assert moved(explained("budget_used", BURNT)) == {"hours": -500}


def test_a_larger_budget_burns_slower() -> None:
    """
    1,000 of 2,000 -> 1,500 of 2,500: hours (500/2,000 + 500/2,500) / 2, total the rest of the 10 points
    """
    made = explained("budget_used_percent", BURNT)
    assert moved(made) == {"hours": Fraction("0.225"), "budget total": Fraction("-0.125")}


def test_without_a_value_in_one_period_there_is_no_change_to_explain() -> None:
    made = asked(
        "margin", agency(f"{PROJECTS}{COSTED}"), OCTOBER, Period(date(2026, 8, 1), date(2026, 8, 31), "August")
    )
    assert isinstance(made, NoData)
    assert "August" in made.text


def test_parts_that_do_not_add_up_are_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explanation.Found, "parts", lambda _: (Part("hours", (), Fraction(1)),))
    assert isinstance(asked("labor_cost", agency(f"{PROJECTS}{COSTED}")), Withheld)


# Laws, on groups made by chance.

names = st.sampled_from(sorted(EXPLAINED))
quantities = st.tuples(st.integers(-3, 40), st.integers(-3, 90), st.sampled_from((0, 5, 7)))
Groups = Mapping[Place, Quantities]


@st.composite
def agencies(draw: st.DrawFn) -> tuple[str, Groups, Groups]:
    """A metric, and what is there of each of its components in two periods."""
    name = draw(names)
    components = [one.name for one in EXPLAINED[name].components]
    places = st.tuples(
        st.sampled_from(components),
        st.sampled_from(("Ana", "Ben", None)),
        st.sampled_from(("Shop", "Blog")),
        st.sampled_from(("EUR", "USD")),
        st.just(()),
    )
    both = draw(st.tuples(*[st.dictionaries(places, quantities, max_size=6)] * 2))
    before, after = (_in_units(name, dict(one)) for one in both)
    return name, before, after


def _in_units(name: str, made: Groups) -> Groups:
    """Money in the base currency is the money times a rate; what is no money is its own."""
    found = {}
    for at, (seconds, own, rate) in made.items():
        of = EXPLAINED[name].component(at[0])
        converted = len(of.factors) > 1 and at[3] != "EUR"
        found[at] = (seconds if of.by_hours else 0, own, own * rate if converted else own)
    return found


def ends(name: str, groups: Groups) -> Fraction | None:
    above = below = Fraction(0)
    for at, (_, _, base) in groups.items():
        of = EXPLAINED[name].component(at[0])
        above, below = above + of.above * base, below + of.below * base
    if METRICS[name].kind is not Kind.RATIO:
        return above / (METRICS[name].scale * 10**12)
    return above / below if below else None


def told(name: str, before: Groups, after: Groups, *, in_sums: bool = False) -> dict[tuple[str, object], Fraction]:
    found = Found.between(METRICS[name], before, after, in_sums=in_sums).parts()
    return {(one.name, one.key): one.value for one in found if one.value}


@settings(max_examples=40)
@given(agencies(), st.booleans())
def test_parts_add_up_to_the_change_exactly(case: tuple[str, Groups, Groups], in_sums: bool) -> None:  # noqa: FBT001
    name, before, after = case
    first, last = ends(name, before), ends(name, after)
    if first is not None and last is not None:
        assert sum(told(name, before, after, in_sums=in_sums).values()) == last - first


@settings(max_examples=40)
@given(agencies())
def test_swapping_the_periods_negates_every_part(case: tuple[str, Groups, Groups]) -> None:
    name, before, after = case
    if ends(name, before) is not None and ends(name, after) is not None:
        backwards = {at: -value for at, value in told(name, after, before).items()}
        assert told(name, before, after) == backwards


@settings(max_examples=40)
@given(agencies())
def test_nothing_changed_nothing_to_tell(case: tuple[str, Groups, Groups]) -> None:
    name, before, _ = case
    if ends(name, before) is not None:
        assert told(name, before, before) == {}


@settings(max_examples=40)
@given(agencies(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(case: tuple[str, Groups, Groups], chance: Random) -> None:
    name, before, after = case
    if ends(name, before) is not None and ends(name, after) is not None:
        shuffled = []
        for one in (before, after):
            rows = list(one.items())
            chance.shuffle(rows)
            shuffled.append(dict(rows))
        assert told(name, before, after) == told(name, *shuffled)


@settings(max_examples=40)
@given(agencies(), st.booleans())
def test_the_parts_of_clients_add_up_to_the_part(case: tuple[str, Groups, Groups], in_sums: bool) -> None:  # noqa: FBT001
    name, before, after = case
    if ends(name, before) is None or ends(name, after) is None:
        return
    by_client: list[Groups] = [
        {(*at[:4], (f"client of {at[2]}",)): one for at, one in groups.items()} for groups in (before, after)
    ]
    sums: dict[tuple[str, object], Fraction] = {}
    for (factor, _), value in told(name, by_client[0], by_client[1], in_sums=in_sums).items():
        sums[factor, ()] = sums.get((factor, ()), Fraction(0)) + value
    assert {at: value for at, value in sums.items() if value} == told(name, before, after, in_sums=in_sums)


@settings(max_examples=40)
@given(agencies(), st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_where_only_hours_change_no_price_rate_or_currency_has_a_part(
    case: tuple[str, Groups, Groups], times: list[int]
) -> None:
    name, before, _ = case
    whole = {at: one for at, one in before.items() if (one[0] and one[1]) or not one[2]}
    after = {
        at: (one[0] * more, one[1] * more, one[2] * more) for (at, one), more in zip(whole.items(), times, strict=False)
    }
    hours = {at[0] for at in whole}
    cancels = any(
        not sum(one[0] for at, one in groups.items() if at[0] == of) for groups in (whole, after) for of in hours
    )
    if not cancels and ends(name, whole) is not None and ends(name, after) is not None:
        moving = {factor for factor, _ in told(name, whole, after)}
        assert not moving & {"prices", "cost rates", "exchange rates"}
