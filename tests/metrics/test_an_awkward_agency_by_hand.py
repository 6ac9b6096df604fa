"""One agency in which everything is awkward at once, each of its numbers worked by hand.

Someone joins and someone leaves, a contract changes, a leave spans a holiday and half of one, time is worked on a
holiday and after a contract; a capped budget, a fee in dollars with a change of scope, one that is delivered early, a
retainer in pounds that begins within a month, three rates of exchange; a credit note, a draft and a void invoice; a
cancelled task. Today is Wednesday 17 June 2026, and the period is May unless another is said.
"""

from datetime import date
from fractions import Fraction

import pytest

from assistant.agency.periods import Period
from assistant.calculation import calculate
from assistant.query import Filter, Query
from assistant.verification import Verified, verify
from tests.agency_notation import agency
from tests.fakes import authorised, facts

TABLES = agency("""
    people           person  job_title  employment  calendar  start       end
                     p1      Designer   employee    AT        2024-01-01  -
                     p2      Developer  employee    AT        2026-04-16  -
                     p3      Developer  employee    UK        2024-01-01  2026-05-15
                     p4      Lead       contractor  UK        2024-01-01  -
                     p5      Designer   employee    AT        2024-01-01  -
    working_hours    person  valid_from  mon  tue  wed  thu  fri  week
                     p1      2024-01-01  8    8    8    8    8    -
                     p1      2026-05-11  6    6    6    6    6    -
                     p2      2026-04-16  8    8    8    8    6.5  -
                     p3      2024-01-01  8    8    8    8    8    -
                     p4      2024-01-01  4    4    4    4    4    -
                     p5      2024-01-01  8    8    0    8    0    A
                     p5      2024-01-01  8    8    8    0    0    B
    holidays         calendar  date        fraction
                     AT        2026-05-01  1
                     AT        2026-05-14  1
                     AT        2026-05-22  0.5
                     AT        2026-05-25  1
                     UK        2026-05-04  1
                     UK        2026-05-25  1
    absences         absence  person  start       end         hours_per_day  status    category
                     a1       p1      2026-05-21  2026-05-26  -              approved  vacation
                     a2       p1      2026-05-05  2026-05-05  4              approved  sick
                     a3       p2      2026-05-20  2026-05-20  -              pending   vacation
                     a4       p3      2026-05-12  2026-05-29  -              approved  vacation
                     a5       p2      2026-05-06  2026-05-07  -              approved  "remote work"
                     a6       p5      2026-04-29  2026-05-06  -              approved  vacation
                     a7       p2      2026-05-27  2026-05-27  -              rejected  vacation
                     a8       p2      2026-05-28  2026-05-28  3              approved  sick
                     a9       p2      2026-05-28  2026-05-28  -              approved  vacation
    cost_rates       person  valid_from  hourly_cost  currency
                     p1      2024-01-01  40           EUR
                     p1      2026-05-11  44           EUR
                     p2      2026-04-16  50           EUR
                     p3      2024-01-01  60           GBP
                     p5      2024-01-01  35           EUR
    bill_rates       valid_from  hourly_rate  currency  person  job_title  project
                     2024-01-01  90           EUR       -       -          -
                     2024-01-01  100          EUR       -       Developer  -
                     2026-05-11  110          EUR       -       Developer  -
                     2024-01-01  120          USD       -       Designer   tm
                     2026-06-01  150          EUR       p2      -          -
    clients          client
                     c1
                     c2
    projects         project  client  kind      status  start
                     tm       c1      client    active  2026-03-01
                     fx       c1      client    active  2026-04-01
                     re       c2      client    active  2026-04-10
                     sl       c2      client    active  2026-05-01
                     od       c2      client    active  2026-04-01
                     nb       c2      client    active  2026-04-01
                     wo       c2      client    active  2026-04-01
                     in       -       internal  active  2024-01-01
                     early    c1      client    active  2026-04-01
    budgets          budget  project  type                start       end         hours  delivered_on  recognition    currency  amount  capped  overage_rate  rollover_cap_hours
                     b_tm    tm       time_and_materials  2026-03-01  2026-12-31  60     -             -              EUR       5000    true    -             -
                     b_fx    fx       fixed               2026-04-01  2026-07-31  50     -             by_hours       USD       6000    -       -             -
                     b_re    re       retainer            2026-04-10  2026-09-30  20     -             -              GBP       3000    -       150           5
                     b_sl    sl       fixed               2026-05-01  2026-06-29  -      -             straight_line  EUR       6000    -       -             -
                     b_od    od       fixed               2026-04-01  2026-06-30  30     2026-06-10    on_delivery    EUR       4000    -       -             -
                     b_nb    nb       non_billable        2026-04-01  2026-07-31  40     -             -              EUR       -       -       -             -
                     b_ey    early    fixed               2026-04-01  2026-06-30  40     2026-05-20    by_hours       EUR       4400    -       -             -
    services         service  budget  quantity  billable  price  discount_percent
                     s1       b_tm    30        true      95     10
                     s2       b_tm    10        false     95     -
    change_requests  change  project  requested_on  status    hours  budget  decided_on  amount
                     ch1     fx       2026-05-04    approved  10     b_fx    2026-05-18  900
                     ch2     tm       2026-05-20    approved  -      b_tm    2026-06-02  500
                     ch3     fx       2026-06-01    pending   5      b_fx    -           500
                     ch4     early    2026-05-25    approved  5      b_ey    2026-05-28  600
    exchange_rates   date        currency  rate
                     2026-01-01  USD       0.9
                     2026-05-15  USD       0.8
                     2026-01-01  GBP       1.2
                     2026-06-01  GBP       1.25
    time_entries     entry  person  project  date        hours  billable_hours  status     service  billable_rate
                     e01    p1      tm       2026-03-10  8      8               approved   s1       -
                     e02    p1      tm       2026-04-14  8      8               approved   -        -
                     e03    p2      tm       2026-05-05  8      6               approved   -        -
                     e04    p2      tm       2026-05-12  8      8               approved   -        -
                     e05    p2      tm       2026-05-13  6      6               approved   s2       -
                     e06    p3      tm       2026-05-06  10     10              approved   -        -
                     e07    p4      tm       2026-05-07  10     10              approved   -        80
                     e08    p2      tm       2026-06-03  8      8               approved   -        -
                     e09    p1      fx       2026-04-15  12     12              approved   -        -
                     e10    p1      fx       2026-05-04  8      8               approved   -        -
                     e11    p5      fx       2026-05-11  8      0               approved   -        -
                     e12    p1      fx       2026-05-19  6      6               approved   -        -
                     e13    p5      fx       2026-05-25  8      8               approved   -        -
                     e14    p1      fx       2026-06-08  10     10              approved   -        -
                     e15    p1      fx       2026-06-09  20     20              approved   -        -
                     e16    p2      re       2026-04-20  8      8               approved   -        -
                     e17    p2      re       2026-04-21  8      8               approved   -        -
                     e18    p2      re       2026-05-18  10     10              approved   -        -
                     e19    p4      re       2026-05-19  20     20              approved   -        -
                     e20    p5      sl       2026-05-12  8      8               approved   -        -
                     e21    p5      od       2026-05-18  8      8               approved   -        -
                     e22    p5      nb       2026-05-19  4      4               approved   -        -
                     e23    p2      wo       2026-05-21  8      5               approved   -        -
                     e24    p1      in       2026-05-20  6      0               approved   -        -
                     e25    p2      fx       2026-05-22  6      6               rejected   -        -
                     e26    p1      early    2026-04-16  8      8               approved   -        -
                     e27    p3      early    2026-05-07  8      8               approved   -        -
                     e28    p1      early    2026-05-27  3      3               approved   -        -
                     e29    p2      wo       2026-05-28  4      4               submitted  -        -
                     e30    p3      wo       2026-05-20  5      5               approved   -        -
    bookings         booking  person  project  start       end         hours_per_day  tentative  job_title
                     k1       p1      fx       2026-06-15  2026-06-19  4              false      -
                     k2       p2      tm       2026-06-17  2026-06-24  8              false      -
                     k3       p2      re       2026-06-22  2026-06-26  2              false      -
                     k4       p5      tm       2026-07-01  2026-07-10  8              true       -
                     k5       -       fx       2026-06-17  2026-06-30  5              false      Developer
                     k6       p1      wo       2026-07-01  2026-07-07  8              false      -
    expenses         expense  project  date        status     amount  currency  billable_amount
                     x1       tm       2026-05-08  approved   200     EUR       250
                     x2       fx       2026-05-20  approved   100     USD       0
                     x3       re       2026-05-20  committed  90      GBP       100
                     x4       fx       2026-06-20  approved   70      EUR       80
    invoices         invoice  number  client  issued_on   due_on      net   tax  currency  status  kind         project  budget
                     i1       2026-1  c1      2026-04-30  2026-05-30  1000  200  EUR       paid    invoice      tm       b_tm
                     i2       2026-2  c1      2026-05-31  2026-06-14  2000  400  USD       sent    invoice      fx       b_fx
                     i3       2026-3  c1      2026-05-31  2026-06-17  900   180  EUR       sent    invoice      tm       b_tm
                     i3b      2026-3  c1      2026-05-31  2026-06-17  100   20   EUR       sent    invoice      early    b_ey
                     i4       2026-4  c1      2026-06-05  2026-06-05  300   60   EUR       sent    credit_note  tm       b_tm
                     i5       2026-5  c2      2026-05-31  2026-06-10  3000  600  GBP       draft   invoice      re       b_re
                     i6       2026-6  c2      2026-03-31  2026-04-14  2000  400  GBP       sent    invoice      re       b_re
                     i7       2026-7  c2      2026-05-15  2026-05-30  500   100  EUR       void    invoice      sl       b_sl
                     i8       2026-8  c2      2026-04-10  2026-05-01  1500  300  EUR       sent    invoice      -        -
    payments         invoice  paid_on     amount  currency
                     i1       2026-05-20  1200    EUR
                     i2       2026-06-10  1000    USD
                     i6       2026-05-05  400     GBP
                     i6       2026-06-20  2000    GBP
    deals            deal  status  value  currency  probability  expected_close  start       end         closed_on   created_on
                     d1    open    5000   EUR       20           2026-06-30      2026-07-01  2026-07-31  -           2026-05-01
                     d2    open    9000   GBP       50           2026-08-31      -           -           -           2026-05-01
                     d3    won     8000   USD       100          2026-05-10      2026-06-01  2026-07-31  2026-05-12  2026-04-02
                     d4    lost    3000   EUR       0            2026-05-10      -           -           2026-05-20  2026-04-02
                     d5    won     4000   EUR       100          2026-05-10      2026-06-01  2026-07-31  2026-05-30  2026-05-20
    tasks            task  project  kind       status       due         done_on     estimate_hours  remaining_hours  percent_complete
                     t1    fx       task       done         2026-05-01  2026-05-04  20              -                -
                     t2    fx       task       in_progress  2026-06-15  -           30              12               40
                     t3    fx       task       open         2026-07-01  -           10              -                -
                     t4    fx       task       cancelled    2026-05-01  -           99              -                100
                     m1    fx       milestone  open         2026-06-12  -           -               -                -
                     t5    early    task       done         2026-05-20  2026-05-19  8               -                -
""")
TODAY = date(2026, 6, 17)
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30), "April 2026")
MAY = Period(date(2026, 5, 1), date(2026, 5, 31), "May 2026")
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30), "June 2026")
Q3 = Period(date(2026, 7, 1), date(2026, 9, 30), "Q3 2026")
NOW = Period(None, TODAY, "to date")
END_OF_MAY = Period(None, date(2026, 5, 31), "as of 31 May 2026")


def measured(metric: str, period: Period = MAY, project: str = "") -> Fraction | None:
    """The total of one metric, counted by both witnesses, of everything or of one project."""
    where = (Filter("project", (project,), (project,)),) if project else ()
    query = Query((metric,), period, where=where)
    allowed, given = authorised(query, TABLES), facts(query, TABLES, TODAY)
    found = verify(calculate(allowed, given), allowed, given)
    assert isinstance(found, Verified), found
    place = [one.name for one in found.result.metrics].index(metric)
    return found.result.total.cells[place].value


def ratio(above: str, below: str) -> Fraction:
    return Fraction(above) / Fraction(below)


# Who is there. p1 has 48 h until the 10th and 90 h after, p2 16 x 8 + 5 x 6.5, p3 11 x 8 until he leaves, p4 21 x 4,
# p5 24 h in each of four weeks: 96. Leave and holidays: p1 42 h, p2 25.75 and 8 by two leaves
# of one day, p3 8 and 32 until the 15th, p4 two holidays, p5 8 and 16. Remote work, pending and rejected leave are none.
@pytest.mark.parametrize(
    ("metric", "value"),
    [
        ("contracted_hours", Fraction("566.5")),
        ("available_hours", Fraction("418.75")),
        ("absence_hours", 75),
        ("absence_days", 10),  # half of the 22nd, three eighths and five eighths of the 28th, half of the 5th
        ("absence_rate", ratio("75", "566.5")),
        ("absence_spells", 6),
        ("headcount", 4),
        ("fte", ratio("566.5", "168")),
        ("tracked_hours", 156),
        ("billable_hours", 137),
        ("non_billable_hours", 13),
        ("billable_utilization", ratio("137", "418.75")),
        ("overtime_hours", 43),  # p2 2 and 4 on leave, p3 2 and 5 after he left, p4 6 and 16, p5 8 on a holiday
        ("missing_hours", Fraction("237.75")),  # employees only: 342.75 less 23, 38, 16 and 28 that were filled in
        ("timesheet_completeness", ratio("105", "342.75")),
        ("bench_hours", Fraction("305.75")),
        ("recognized_hours", 133),  # T&M 40, fixed 22 + 8 + 8 + 11, retainer 30, without a budget 14
    ],
)
def test_joiners_leavers_changed_contracts_half_days_and_work_on_a_holiday(metric: str, value: Fraction) -> None:
    assert measured(metric) == value


# Capped time 3280 and 250 of an expense. Fee in dollars: 960 and 960 at 0.9, then of the new 6900 for 60 h -140, 690
# and 920 at 0.8: 2904. Retainer 3000 and 6 h over 24 at 150, at 1.2: 4680. Straight line 31 x 100. Without a budget
# 5 + 4 + 5 h at 110: 1540. Early: 880 and the rest of 4400 on the day it is delivered.
@pytest.mark.parametrize(
    ("metric", "value"),
    [
        ("revenue", 19274),
        ("agi", 19024),
        ("labor_cost", 6096),  # p1 980, p2 2200, p3 1380 pounds; p4's cost is not known; p5 1260
        ("expense_cost", 280),
        ("profit", 12898),
        ("margin", Fraction(12898, 19274)),
        ("delivery_margin", Fraction(19024 - 6096, 19024)),
        ("average_billable_rate", Fraction(19024, 150)),
        ("invoiced", 2600),
        ("tax_charged", 520),
        ("collected", 1680),
        ("realization", Fraction(2600, 6330)),
        ("billing_lag_days", Fraction(131, 13)),  # 6 days of 1600, 18 of 900, 4 of 100
        ("win_rate", Fraction(2, 3)),
        ("average_deal_size", 5600),
        ("sales_cycle_days", 25),
        ("on_time_rate", Fraction(1, 2)),
    ],
)
def test_mixed_currencies_caps_early_delivery_and_a_retainer_from_within_a_month(metric: str, value: Fraction) -> None:
    assert measured(metric) == value


@pytest.mark.parametrize(
    ("metric", "period", "project", "value"),
    [
        # Each at the rate of its own day; a credit note of 360 reduces what is owed, and is due.
        ("receivables", NOW, "", 6160),
        ("overdue_receivables", NOW, "", 4960),
        ("dso", NOW, "", Fraction("61.6")),
        ("unbilled", NOW, "", 35446 - 7200),
        ("overserviced_hours", NOW, "", 18),
        # 72 h at 90 of 6900 dollars, after 55 of 88 working days.
        ("budget_used", NOW, "fx", 6480),
        # What was added in May are its 30 h. A designer's 8 h at 120 dollars in April are worth 864 then, and 768 of
        # all that is used by now: 684, 600, 880, 1000, 800 and 1200 for other time, 250 for the expense.
        ("budget_used", MAY, "fx", 2700),
        ("budget_used", APRIL, "tm", 864),
        ("budget_used", NOW, "tm", 768 + 5164 + 250),
        # 44 h from 18 May to 14 June, 30 h from 4 to 31 May, both over four weeks.
        ("burn_rate", NOW, "fx", 990),
        ("burn_rate", END_OF_MAY, "fx", 675),
        ("budget_total", NOW, "fx", 5520),
        ("budget_remaining", NOW, "fx", -960),
        ("burn_index", NOW, "fx", Fraction(6480, 5520) / Fraction(55, 88)),
        ("forecast_overrun", NOW, "fx", 6480 + 12 * 90 - 5520),
        # The cancelled task of 99 h is none: 32 of 60 h are done, 50 were due.
        ("percent_complete", NOW, "fx", Fraction(32, 60)),
        ("earned_value", NOW, "fx", 2944),
        ("planned_value", NOW, "fx", 4600),
        ("cpi", NOW, "fx", Fraction(2944, 6480)),
        ("estimate_at_completion", NOW, "fx", 12150),
        ("hours_to_complete", NOW, "fx", 22),
        ("hours_at_completion", NOW, "fx", 94),
        # April 20 - 16 carries 4; in May 6 of 30 are beyond and billed; June has its 20.
        ("retainer_balance_hours", END_OF_MAY, "re", 0),
        ("retainer_balance_hours", NOW, "re", 20),
        # The cap is 5500 since 2 June. 3964 and 864, the dollars of April at 0.9, were worked: of the 1200 of the 3rd
        # 672 are left, and nothing for the 48 h that are booked.
        ("confirmed_revenue", JUNE, "", 10456 - 528 + 1750 + 1300),
        ("weighted_pipeline", Q3, "", Fraction("2937.5")),
        ("confirmed_revenue", Q3, "", 11250),
        ("milestones_slipped", JUNE, "", 1),
        ("plan_variance_hours", JUNE, "", 30),
    ],
)
def test_states_and_forecasts_with_credit_notes_and_cancelled_tasks(
    metric: str, period: Period, project: str, value: Fraction
) -> None:
    assert measured(metric, period, project) == value
