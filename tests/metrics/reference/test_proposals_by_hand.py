"""What open deals would cost and leave before they are signed, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn


def test_a_deal_costs_its_hours_at_the_average_cost_of_who_has_the_job_title_on_the_day(asked_on: AskedOn) -> None:
    """
    people       person  job_title  start       end
                 Ana     Designer   2024-01-01  -
                 Ben     Designer   2024-01-01  2025-03-11
                 Cem     Developer  2024-01-01  -
                 Dan     Developer  2024-01-01  -
                 Eve     Writer     2024-01-01  -
                 Flo     Designer   2025-04-01  -
                 Gil     Designer   -           -
    assignments  person  valid_from  job_title
                 Dan     2025-03-13  Designer
    cost_rates   person  valid_from  hourly_cost  currency
                 Ana     2024-01-01  40           EUR
                 Ana     2025-03-10  44           EUR
                 Ben     2024-01-01  60           EUR
                 Cem     2024-01-01  50           CHF
                 Dan     2024-01-01  30           -
                 Flo     2025-04-01  99           EUR
                 Gil     2024-01-01  99           EUR
    deals        deal      status  value  start       end         expected_close
                 shop      open    5000   2025-03-10  2025-03-14  2025-03-07
                 undated   open    200    -           -           -
                 weekend   open    -      2025-03-15  2025-03-16  2025-03-31
                 bare      open    900    2025-03-10  2025-03-14  2025-03-07
                 unpriced  open    1000   2025-03-10  2025-03-14  2025-03-07
                 nothing   open    70     2025-03-10  2025-03-14  2025-03-07
                 won       won     5000   2025-03-10  2025-03-14  2025-03-07
    deal_roles   deal      job_title  hours
                 shop      Designer   40
                 shop      Developer  10
                 shop      Writer     5
                 undated   Designer   3
                 weekend   Designer   2
                 unpriced  Writer     8
                 nothing   Designer   0
                 won       Designer   40
    """
    # Today is Monday 3 March. shop: five working days. Designers, 8 h a day: on the 10th and 11th Ana (44 by then) and
    # Ben, 52 on average: 832; on the 12th Ben has left: 352; on the 13th and 14th Ana and Dan, 37: 592; in all 1,776.
    # Developers, 2 h a day: three days Cem (CHF 50) and Dan (30), half each: CHF 150 and 90; two days Cem: CHF 200.
    # What a writer costs is not known. Neither Flo, who comes in April, nor Gil, who has no contract, counts.
    # undated and weekend have no working day: at today's cost of Ana (40) and Ben, 50 an hour.
    agency = asked_on("2025-03-03", to_date=True)
    all_of_them = agency.measure("deal_cost", "2025-03-03", "2025-03-03", MONEY)
    assert all_of_them.by("deal", "job_title", "currency") == {
        ("shop", "Designer", "EUR"): 1776,
        ("shop", "Developer", "EUR"): 90,
        ("shop", "Developer", "CHF"): 350,
        ("undated", "Designer", "EUR"): 150,
        ("weekend", "Designer", "EUR"): 100,
    }
    # 5,000 less 1,866 and CHF 350; 200 less 150. weekend has no value, bare and nothing no hours, unpriced no cost.
    left = agency.measure("deal_profit", "2025-03-03", "2025-03-03", MONEY)
    assert left.by("deal", "currency") == {("shop", "EUR"): 3134, ("shop", "CHF"): -350, ("undated", "EUR"): 50}
    margin = agency.measure("deal_margin", "2025-03-03", "2025-03-03", MONEY)
    assert margin.by("deal", "currency") == left.by("deal", "currency")
    assert margin.by("deal", side="denominator") == {"shop": 5000, "undated": 200}


def test_a_period_asks_for_the_deals_expected_to_close_in_it(asked_on: AskedOn) -> None:
    """
    people      person  job_title  start
                Ana     Designer   2024-01-01
    cost_rates  person  valid_from  hourly_cost
                Ana     2024-01-01  40
    deals       deal   value  start       end         expected_close
                soon   1000   2025-03-10  2025-03-14  2025-03-07
                later  1000   2025-03-10  2025-03-14  2025-05-02
                never  1000   2025-03-10  2025-03-14  -
    deal_roles  deal   job_title  hours
                soon   Designer   10
                later  Designer   20
                never  Designer   30
    """
    agency = asked_on("2025-03-03")
    assert agency.measure("deal_cost", "2025-03-01", "2025-03-31", MONEY).by("day", "deal") == {
        ("2025-03-07", "soon"): 400
    }
    assert agency.measure("deal_margin", "2025-03-01", "2025-05-31", MONEY).ratio() == Fraction(800, 2000)


def test_a_share_of_an_hour_is_cut_down_to_a_slice_on_each_day(asked_on: AskedOn) -> None:
    """
    people      person  job_title  start
                Ana     Designer   2024-01-01
                Ben     Designer   2024-01-01
                Cem     Designer   2024-01-01
    cost_rates  person  valid_from  hourly_cost
                Ana     2024-01-01  10
                Ben     2024-01-01  10
                Cem     2024-01-01  10.0001
    deals       deal  value  start       end
                shop  1000   2025-03-10  2025-03-12
    deal_roles  deal  job_title  hours
                shop  Designer   0.0014
    """
    # 0.0014 h are 5 seconds: 1, 2 and 2 on three days. A second costs 300,001 / 3 = 100,000 1/3 slices: 100,000, and
    # twice 200,000 2/3.
    agency = asked_on("2025-03-03", to_date=True)
    assert agency.measure("deal_cost", "2025-03-03", "2025-03-03", scale=1).total() == 500_000


def test_where_every_deal_is_decided_none_costs_anything(asked_on: AskedOn) -> None:
    """
    people       person  job_title  start
                 Ana     Designer   2024-01-01
    cost_rates   person  valid_from  hourly_cost
                 Ana     2024-01-01  40
    deals        deal  status  value  start       end         expected_close
                 won   won     5000   2025-03-10  2025-03-14  2025-03-07
    deal_roles   deal  job_title  hours
                 won   Designer   40
    """
    for metric in ("deal_cost", "deal_profit", "deal_margin"):
        assert asked_on("2025-03-01").state(metric, "2025-03-31", MONEY).rows == []
