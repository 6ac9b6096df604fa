"""How things will end, against figures worked by hand: forecasts of profit and margin, and what is committed."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn


def test_forecast_profit_is_what_is_earned_and_confirmed_less_what_it_costs(asked_on: AskedOn) -> None:
    """
    people         person  start       job_title
                   Ana     2024-01-01  Designer
                   Ben     2024-01-01  Designer
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2024-01-01  8    8    8    8    8
                   Ben     2024-01-01  8    8    8    8    8
    absences       person  start       end         status
                   Ana     2025-03-21  2025-03-21  approved
    projects       project
                   Site
                   Shop
    budgets        budget  project  type                start       end         amount  hours
                   time    Site     time_and_materials  2025-01-01  -           -       -
                   fee     Shop     fixed               2025-01-01  2025-03-28  1000    10
    bill_rates     valid_from  hourly_rate
                   2024-01-01  100
    cost_rates     person  valid_from  hourly_cost
                   Ana     2024-01-01  40
                   Ana     2025-03-20  50
    time_entries   person  project  date        hours  billable_hours  status
                   Ana     Site     2025-03-14  10     8               approved
                   Ana     Site     2025-03-14  9      9               rejected
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     Site     2025-03-18  2025-03-21  4              false
                   Ben     Site     2025-03-24  2025-03-24  3              false
                   Ana     Site     2025-03-24  2025-03-24  8              true
    expenses       project  date        status     amount  billable_amount
                   Site     2025-03-10  approved   50      -
                   Site     2025-05-02  committed  500     -
    """
    # To date 8 x 100 earned, 10 x 40 and 50 spent. Ahead: 4 h on 18, 19 and 20 March (she is away on the 21st) and
    # 3 h of Ben's at 100, so 1500; of the fee, without any booking, all 1000 by 28 March. Ana's hours cost 4 x 40
    # twice and 4 x 50 once, so 520; what Ben's cost is unknown. Tentative and committed is left out.
    agency = asked_on("2025-03-17")
    profit = agency.measure("forecast_profit", "2025-01-01", "2025-03-31", MONEY)
    assert profit.by("project") == {"Site": 800 - 400 - 50 + 1500 - 520, "Shop": 1000}
    assert agency.measure("forecast_margin", "2025-01-01", "2025-03-31", MONEY).ratio() == Fraction(2330, 3300)
    # To the 19th: two booked days, and three of the fee's ten remaining working days (17 to 28 March).
    ahead = agency.measure("forecast_profit", "2025-03-17", "2025-03-19", MONEY)
    assert ahead.by("project") == {"Site": 480, "Shop": 300}
    assert agency.measure("committed_expenses", "2025-01-01", "2025-12-31", MONEY).by("project") == {"Site": 500}
    assert agency.measure("expense_cost", "2025-01-01", "2025-12-31", MONEY).by("project") == {"Site": 50}
