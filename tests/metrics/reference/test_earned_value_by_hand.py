"""Earned value on the price basis, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn, Asking

SUMS = (
    "planned_value",
    "earned_value",
    "actual_cost",
    "cost_variance",
    "schedule_variance",
    "estimate_at_completion",
    "estimate_to_complete",
    "variance_at_completion",
    "estimate_at_completion_as_planned",
    "estimate_at_completion_by_schedule",
    "estimate_at_completion_by_hours",
)


def of_project(agency: Asking, project: str, on: str) -> dict[str, Fraction]:
    """Every figure in money that a project has."""
    found = {name: agency.state(name, on).by("project") for name in SUMS}
    return {name: values[project] for name, values in found.items() if project in values}


def test_earned_value_weighs_tasks_by_estimate_against_the_total_of_all_budgets(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
    budgets          budget  project  type                start       end  amount  hours
                     one     Site     fixed               2025-03-01  -    8000    80
                     two     Site     time_and_materials  2025-03-01  -    2000    -
    change_requests  project  budget  requested   decided     status    amount
                     Site     one     2025-03-01  2025-03-25  approved  2000
                     Site     one     2025-03-01  -           pending   9000
    bill_rates       valid_from  hourly_rate
                     2025-01-01  100
    time_entries     person  project  budget  date        hours  billable_hours  status
                     Ana     Site     one     2025-03-03  50     0               approved
                     Ana     Site     two     2025-03-04  20     9               approved
                     Ana     Site     two     2025-03-05  20     20              rejected
                     Ana     Site     two     2025-03-21  5      5               approved
    expenses         project  budget  date        billable_amount
                     Site     two     2025-03-06  100
    tasks            task   project  kind       status       due         estimate_hours  percent_complete
                     done   Site     task       done         2025-03-05  10              -
                     half   Site     task       in_progress  2025-03-20  20              50
                     open   Site     task       open         2025-03-21  5               -
                     some   Site     task       open         -           5               0
                     never  Site     task       cancelled    2025-03-05  100             -
                     small  Site     task       done         2025-03-05  -               -
                     day    Site     milestone  done         2025-03-05  60              -
    """
    # As of the 20th: BAC 10000. Of 40 h estimated 30 are due by then, 10 + 10 are done: PV 7500, EV 5000. 50
    # tracked hours of the fee, 9 billable ones and 100 of expenses: AC 6000. EAC = 10000 x 6000 / 5000 = 12000.
    agency = asked_on("2025-03-21")
    expected = {
        "planned_value": 7500,
        "earned_value": 5000,
        "actual_cost": 6000,
        "cost_variance": -1000,
        "schedule_variance": -2500,
        "estimate_at_completion": 12000,
        "estimate_to_complete": 6000,
        "variance_at_completion": -2000,
        # If the rest goes as planned 6000 + 5000; at CPI 5/6 x SPI 2/3 = 5/9 it is 6000 + 9000; 20 + 5 + 5 of the
        # 40 estimated hours are still to do, worth 7500.
        "estimate_at_completion_as_planned": 11000,
        "estimate_at_completion_by_schedule": 15000,
        "estimate_at_completion_by_hours": 13500,
    }
    assert of_project(agency, "Site", "2025-03-20") == expected
    assert agency.state("cpi", "2025-03-20").ratio() == Fraction(5000, 6000)
    assert agency.state("spi", "2025-03-20").ratio() == Fraction(5000, 7500)
    # On the 21st a task more is due, and today's 5 hours are used. From the 25th BAC is 12000.
    changed = ("planned_value", "earned_value", "actual_cost", "estimate_at_completion", "variance_at_completion")
    then = of_project(agency, "Site", "2025-03-21")
    assert [then[name] for name in changed] == [8750, 5000, 6500, 13000, -3000]
    later = of_project(agency, "Site", "2025-03-25")
    assert [later[name] for name in changed] == [10500, 6000, 6500, 13000, -1000]


def test_earned_value_needs_one_currency_an_amount_and_estimates(asked_on: AskedOn) -> None:
    """
    projects      project
                  Pound
                  Mixed
                  Bare
                  Rough
                  New
    budgets       budget  project  type                start       amount  currency
                  pound   Pound    fixed               2025-03-01  1000    GBP
                  euro    Mixed    fixed               2025-03-01  1000    EUR
                  dollar  Mixed    fixed               2025-03-01  1000    USD
                  bare    Bare     time_and_materials  2025-03-01  -       EUR
                  rough   Rough    fixed               2025-03-01  1000    EUR
                  new     New      fixed               2025-03-01  1000    EUR
    time_entries  person  project  date        hours  billable_rate  currency
                  Ana     Pound    2025-03-03  2      100            GBP
                  Ana     Bare     2025-03-03  2      100            EUR
                  Ana     Rough    2025-03-03  2      100            EUR
                  Ana     New      2025-03-03  2      100            EUR
    tasks         task  project  status  due         estimate_hours  percent_complete
                  t1    Pound    done    2025-03-05  1               -
                  t2    Pound    open    2025-04-05  6               -
                  t3    Mixed    done    2025-03-05  1               -
                  t4    Bare     done    2025-03-05  1               -
                  t5    Rough    done    2025-03-05  -               -
                  t6    Rough    open    2025-03-05  0               -
                  t7    New      open    2025-03-05  4               -
    """
    # A seventh of 1000 pounds is cut down to whole slices, and so is what is foreseen: 1000 x 200 over it. New has
    # earned nothing, by which nothing can be foreseen.
    agency = asked_on("2025-03-21")
    earned = agency.state("earned_value", "2025-03-20", 1)
    assert earned.by("project", "currency") == {("Pound", "GBP"): 5_142_857_142}
    assert agency.state("planned_value", "2025-03-20").by("project")["New"] == 1000
    assert agency.state("actual_cost", "2025-03-20").by("project") == {"Pound": 200, "New": 200}
    assert agency.state("cost_variance", "2025-03-20").by("project")["New"] == -200
    assert agency.state("spi", "2025-03-20").by("project", side="denominator")["New"] == 1000
    completion = agency.state("estimate_at_completion", "2025-03-20", 1)
    assert completion.by("project", "currency") == {("Pound", "GBP"): 1400 * MONEY + 8}
    assert {row["project_id"] for row in agency.state("estimate_to_complete", "2025-03-20").rows} == {"Pound"}


def test_earned_value_at_cost_stands_on_the_cost_of_the_hours_sold(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
                  Free
    budgets       budget  project  type   start       amount  hours
                  fee     Site     fixed  2025-01-01  8000    40
                  free    Free     fixed  2025-01-01  8000    40
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  40
                  Ben     2025-01-01  60
    time_entries  person  project  date        hours  billable_hours
                  Ana     Site     2025-03-03  10     10
                  Ben     Site     2025-03-04  10     0
                  Cy      Free     2025-03-04  10     0
                  Ana     Site     2025-03-21  10     10
    expenses      project  date        amount  status
                  Site     2025-03-06  200     approved
                  Site     2025-03-06  999     committed
    tasks         task  project  status  due         estimate_hours
                  a     Site     done    2025-03-05  10
                  b     Site     open    2025-03-10  10
                  c     Site     open    2025-04-10  20
                  d     Free     done    2025-03-05  10
    """
    # As of the 20th: 40 h sold at 40 and 60 evenly, so BAC 2000; 20 of 40 h are due and 10 are done: PV 1000, EV 500.
    # AC: 10 x 40 + 10 x 60 + 200 = 1200. 30 h are still to do, at 50. What Cy costs, and so Free, is not known.
    agency = asked_on("2025-03-21")
    expected = {
        "planned_value": 1000,
        "earned_value": 500,
        "actual_cost": 1200,
        "cost_variance": -700,
        "schedule_variance": -500,
        "estimate_at_completion": 4800,
        "estimate_to_complete": 3600,
        "variance_at_completion": -2800,
        "estimate_at_completion_as_planned": 2700,
        "estimate_at_completion_by_schedule": 8400,
        "estimate_at_completion_by_hours": 2700,
    }
    found = {name: agency.state(f"{name}_at_cost", "2025-03-20").by("project") for name in SUMS}
    assert found == {name: {"Site": expected[name]} for name in SUMS}
    assert agency.state("cpi_at_cost", "2025-03-20").ratio() == Fraction(500, 1200)
    assert agency.state("spi_at_cost", "2025-03-20").ratio() == Fraction(500, 1000)


def test_what_it_has_cost_is_worth_what_it_was_on_its_own_day(asked_on: AskedOn) -> None:
    """
    projects        project
                    Site
    budgets         budget  project  type   start       amount  hours
                    fee     Site     fixed  2025-01-01  8000    40
    cost_rates      person  valid_from  hourly_cost  currency
                    Ana     2025-01-01  100          USD
    time_entries    person  project  date        hours
                    Ana     Site     2025-03-03  4
                    Ana     Site     2025-03-17  5
    expenses        project  date        amount  currency  status
                    Site     2025-03-04  100     GBP       approved
                    Site     2025-03-18  50      USD       approved
    exchange_rates  date        currency  rate
                    2025-03-01  USD       0.9
                    2025-03-10  USD       0.8
                    2025-03-10  GBP       1.2
    tasks           task  project  status  due         estimate_hours
                    a     Site     done    2025-03-05  10
                    b     Site     open    2025-04-10  30
    """
    # 4 x 100 x 0.9 + 5 x 100 x 0.8 + 50 x 0.8 = 800, which is the cost to date; pounds had no rate on the 4th.
    # What was sold has no day of its own: 40 x 100 at the 0.8 of the day asked about, a quarter of it done.
    agency = asked_on("2025-03-21")
    assert agency.state("actual_cost_at_cost", "2025-03-20").by("project") == {"Site": 800}
    assert agency.state("earned_value_at_cost", "2025-03-20").by("project") == {"Site": 800}
    assert agency.state("actual_cost_at_cost", "2025-03-09").by("project") == {"Site": 360}
