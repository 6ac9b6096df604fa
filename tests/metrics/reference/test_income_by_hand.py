"""Cost, gross income and what an hour earns, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import HOUR, MONEY, AskedOn


def test_cost_is_all_tracked_hours_and_approved_expenses_through_today(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
                  Home
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  40
                  Ana     2025-03-04  50
    time_entries  person  project  date        hours  billable_hours  status
                  Ana     Site     2025-03-03  8      2               submitted
                  Ana     Home     2025-03-04  1      0               approved
                  Ben     Site     2025-03-04  5      5               approved
                  Ana     Site     2025-03-05  2      2               rejected
                  Ana     Site     2025-03-10  1      1               approved
                  Ana     Site     2025-03-11  1      1               approved
    expenses      project  date        category  amount  currency  status
                  Site     2025-03-05  travel    100     EUR       approved
                  Site     2025-03-06  print     -30     EUR       approved
                  Site     2025-03-06  travel    70      EUR       committed
                  Home     2025-03-10  print     9       USD       approved
                  Home     2025-03-10  print     -       EUR       approved
                  Site     2025-03-11  travel    500     EUR       approved
    """
    # Today is the 10th. Hours: 8 x 40 and, from the 4th, 50 an hour: 370 on Site, 50 at Home. Nobody knows what
    # Ben costs. Expenses: 100 and 30 returned on Site, 9 dollars at Home; what is only ordered is none.
    agency = asked_on("2025-03-10", approval_required=True)
    spent = agency.measure("expense_cost", "2025-03-01", "2025-03-31", MONEY)
    assert spent.by("category", "currency") == {("travel", "EUR"): 100, ("print", "EUR"): -30, ("print", "USD"): 9}
    cost = agency.measure("cost", "2025-03-01", "2025-03-31", MONEY)
    assert cost.by("project", "currency") == {("Site", "EUR"): 440, ("Home", "EUR"): 50, ("Home", "USD"): 9}
    assert cost.by("person")["Ana"] == 420


def test_gross_income_is_revenue_without_the_expenses_charged_on_in_it(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
                  Fee
                  Care
                  Loose
                  Gift
    budgets       budget  project  type                start       end         amount  hours  overage_rate
                  time    Site     time_and_materials  2025-03-01  -           -       -      -
                  fee     Fee      fixed               2025-03-01  -           1000    10     -
                  care    Care     retainer            2025-03-01  2025-03-31  3100    4      80
                  gift    Gift     non_billable        2025-03-01  -           -       -      -
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  30
    time_entries  person  project  date        hours  billable_hours  status
                  Ana     Site     2025-03-03  8      6               approved
                  Ana     Fee      2025-03-03  4      0               submitted
                  Ana     Care     2025-03-04  5      5               approved
                  Ana     Loose    2025-03-05  2      1               approved
                  Ana     Gift     2025-03-05  3      3               approved
                  Ana     Site     2025-03-10  1      1               approved
    expenses      project  date        amount  billable_amount
                  Site     2025-03-04  40      50
                  Fee      2025-03-04  60      70
    """
    # Through the 9th: 6 billable hours on time; 4 of fee's 10 hours; nine days of care and an hour beyond its 4;
    # one billable hour without a budget. Site's 50 are in revenue, not in agi; Fee's 70 are in neither.
    agency = asked_on("2025-03-10")
    income = {"Site": 600, "Fee": 400, "Care": 900 + 80, "Loose": 100}
    agi = agency.measure("agi", "2025-03-01", "2025-03-31", MONEY)
    assert agi.by("project") == income
    assert agency.measure("revenue", "2025-03-01", "2025-03-31", MONEY).by("project") == income | {"Site": 650}
    # What is kept of it when the hours are paid, not the expenses: 22 h x 30 of 2080.
    margin = agency.measure("delivery_margin", "2025-03-01", "2025-03-31", MONEY)
    assert margin.ratio() == Fraction(2080 - 22 * 30, 2080)
    assert margin.by("project")["Gift"] == -90
    assert margin.by("project", side="denominator") == income
    # Approved hours on both sides where approval is required: Fee has none.
    strict = asked_on("2025-03-10", approval_required=True)
    margin = strict.measure("delivery_margin", "2025-03-01", "2025-03-31", MONEY)
    assert margin.ratio() == Fraction(1680 - 18 * 30, 1680)


def test_the_average_rate_is_gross_income_over_all_hours_on_client_projects(asked_on: AskedOn) -> None:
    """
    projects        project  kind
                    Site     client
                    Fee      client
                    Home     internal
    budgets         budget  project  type                start       amount  hours  currency
                    time    Site     time_and_materials  2025-03-01  -       -      EUR
                    fee     Fee      fixed               2025-03-01  1000    10     USD
    time_entries    person  project  date        hours  billable_hours  status    billable_rate
                    Ana     Site     2025-03-03  8      6               approved  100
                    Ana     Fee      2025-03-03  4      0               approved  -
                    Ana     Home     2025-03-04  5      0               approved  -
                    Ana     Site     2025-03-04  9      9               rejected  100
                    Ana     Site     2025-03-10  1      1               approved  100
    expenses        project  date        billable_amount
                    Site     2025-03-04  50
    """
    # 600 EUR and 400 USD over 12 hours, which are no money and stay as they are.
    agency = asked_on("2025-03-10")
    money = agency.measure("average_billable_rate", "2025-03-01", "2025-03-31", MONEY)
    assert money.by("currency") == {"EUR": 600, "USD": 400}
    hours = agency.measure("average_billable_rate", "2025-03-01", "2025-03-31", HOUR)
    assert hours.by("project", "currency", side="denominator") == {("Site", None): 8, ("Fee", None): 4}


def test_revenue_per_fte_is_over_the_full_time_weeks_contracted_in_the_same_days(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    people         person  start       end
                   Ana     2025-01-01  -
                   Ben     2025-01-01  2025-03-07
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
                   Ben     2025-01-01  4   4   4   4   4
    time_entries   person  project  date        hours  billable_rate
                   Ana     Site     2025-02-28  5      100
                   Ana     Site     2025-03-03  9      100
                   Ana     Site     2025-03-12  9      100
    """
    # 3 to 14 March are two weeks: Ana is one, Ben half a person for half of it: 1.25. 1800 / 1.25 = 1440. Days
    # from today on are on neither side: by Friday the 7th, 900 by 1.5 people.
    later = asked_on("2025-04-10").measure("revenue_per_fte", "2025-03-03", "2025-03-14", 1)
    assert later.total() / MONEY / later.total("denominator") == 1440
    running = asked_on("2025-03-08").measure("revenue_per_fte", "2025-03-03", "2025-03-14", 1)
    assert running.total() / MONEY / running.total("denominator") == 600
    # By a full week of 20 hours they are twice as many.
    short = asked_on("2025-04-10", full_time_week=20 * HOUR).measure("revenue_per_fte", "2025-03-03", "2025-03-14", 1)
    assert short.total() / MONEY / short.total("denominator") == 720
