"""What was invoiced, what came in and what is owed, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn


def test_invoiced_is_net_of_what_was_issued_and_a_credit_note_takes_away_whatever_its_sign(
    asked_on: AskedOn,
) -> None:
    """
    clients   client
              Acme
    projects  project  client
              Site     Acme
              Shop     Acme
    invoices  invoice  number  client  issued      net   tax  status  kind         project  budget
              one      2025-1  Acme    2025-03-03  1000  200  sent    invoice      Site     build
              two      2025-1  Acme    2025-03-03  500   100  sent    invoice      Shop     -
              three    2025-2  Acme    2025-03-31  300   60   paid    invoice      -        -
              draft    2025-3  Acme    2025-03-11  900   180  draft   invoice      Site     -
              void     2025-4  Acme    2025-03-12  700   140  void    invoice      Site     -
              plus     2025-5  Acme    2025-03-20  100   20   sent    credit_note  Site     -
              minus    2025-6  Acme    2025-03-21  -40   -8   paid    credit_note  Site     -
              later    2025-7  Acme    2025-04-01  2000  -    sent    invoice      Site     -
    """
    # March: 1000 + 500 + 300 - 100 - 40 = 1660 net, 200 + 100 + 60 - 20 - 8 = 332 tax. One number may stand on
    # several rows, each is a part of it. What names no project stays with the client.
    agency = asked_on("2025-04-10")
    march = agency.measure("invoiced", "2025-03-01", "2025-03-31", MONEY)
    assert march.by("invoice") == {"one": 1000, "two": 500, "three": 300, "plus": -100, "minus": -40}
    assert march.by("project") == {"Site": 860, "Shop": 500, None: 300}
    assert march.by("budget", "client") == {("build", "Acme"): 1000, (None, "Acme"): 660}
    tax = agency.measure("tax_charged", "2025-03-01", "2025-03-31", MONEY)
    assert tax.by("invoice") == {"one": 200, "two": 100, "three": 60, "plus": -20, "minus": -8}
    april = agency.measure("invoiced", "2025-04-01", "2025-04-30", MONEY)
    assert april.total() == 2000
    assert agency.measure("tax_charged", "2025-04-01", "2025-04-30", MONEY).total() == 0


def test_collected_is_what_came_in_gross_on_the_day_it_came(asked_on: AskedOn) -> None:
    """
    clients   client
              Acme
    projects  project  client
              Site     Acme
    invoices  invoice  number  client  issued      net   tax  status  project  budget
              one      2025-1  Acme    2025-02-03  1000  200  paid    Site     build
              two      2025-2  Acme    2025-03-03  500   100  sent    -        -
    payments  invoice  paid        amount  currency
              one      2025-02-28  700     EUR
              one      2025-03-01  500     EUR
              two      2025-03-31  250     USD
              two      2025-04-01  100     EUR
    """
    march = asked_on("2025-04-10").measure("collected", "2025-03-01", "2025-03-31", MONEY)
    assert march.by("invoice", "project", "budget", "client") == {
        ("one", "Site", "build", "Acme"): 500,
        ("two", None, None, "Acme"): 250,
    }
    assert march.by("currency") == {"EUR": 500, "USD": 250}


def test_unbilled_is_revenue_through_yesterday_less_what_was_invoiced_and_may_be_negative(asked_on: AskedOn) -> None:
    """
    projects        project
                    Site
                    Care
    budgets         budget  project  type                start       amount
                    time    Site     time_and_materials  2025-03-01  -
                    care    Care     retainer            2025-03-01  3100
    time_entries    person  project  date        hours  billable_rate
                    Ana     Site     2025-03-03  8      100
                    Ana     Site     2025-03-12  8      100
    expenses        project  date        billable_amount
                    Site     2025-03-04  50
    invoices        invoice  client  issued      net   tax  kind         status  project  budget
                    i1       Acme    2025-03-10  300   60   invoice      sent    Site     time
                    i2       Acme    2025-03-11  30    6    credit_note  sent    Site     time
                    i3       Acme    2025-03-11  999   -    invoice      draft   Site     time
                    i4       Acme    2025-03-01  3100  620  invoice      paid    Care     care
    """
    # Today is the 12th. time: 850 earned by the 4th; less 300 on the 10th, 30 of it given back on the 11th.
    # care: 100 a calendar day, all of March invoiced on the 1st.
    agency = asked_on("2025-03-12")
    unbilled = {
        "2025-03-05": {"time": 850, "care": 500 - 3100},
        "2025-03-10": {"time": 550, "care": 1000 - 3100},
        "2025-03-31": {"time": 580, "care": 1100 - 3100},
    }
    for day, expected in unbilled.items():
        assert agency.state("unbilled", day).by("budget") == expected
    # Each part keeps its own day: those are the rates it is converted at.
    days = agency.state("unbilled", "2025-03-31").by("day", "budget")
    assert days["2025-03-10", "time"] == -300
    assert days["2025-03-03", "time"] == 800


def test_invoiced_profit_is_invoices_less_all_cost(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
                  Home
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  40
    time_entries  person  project  date        hours  billable_hours
                  Ana     Site     2025-03-03  8      2
                  Ana     Home     2025-03-04  1      0
                  Ben     Site     2025-03-04  5      5
                  Ana     Site     2025-03-10  1      1
                  Ana     Site     2025-03-11  1      1
    expenses      project  date        amount  status
                  Site     2025-03-05  100     approved
                  Site     2025-03-06  70      committed
    invoices      invoice  client  issued      net   tax  project
                  i1       Acme    2025-03-10  1000  200  Site
    """
    # Through today, the 10th: 8 + 1 h x 40 and 100 of expenses on Site; Home 40. What Ben costs nobody knows.
    profit = asked_on("2025-03-10").measure("invoiced_profit", "2025-03-01", "2025-03-31", MONEY)
    assert profit.by("project") == {"Site": 1000 - 360 - 100, "Home": -40}


def test_receivables_are_gross_of_sent_invoices_less_what_was_paid_by_then(asked_on: AskedOn) -> None:
    """
    invoices  invoice  number  client  issued      due         net   tax  status  kind
              one      2025-1  Acme    2025-03-03  2025-03-17  1000  200  sent    invoice
              two      2025-1  Acme    2025-03-03  2025-03-17  500   100  sent    invoice
              paid     2025-2  Acme    2025-03-04  2025-03-18  300   60   paid    invoice
              draft    2025-3  Acme    2025-03-05  2025-03-19  900   180  draft   invoice
              void     2025-4  Acme    2025-03-06  2025-03-20  700   140  void    invoice
              plus     2025-5  Acme    2025-03-20  2025-04-03  100   20   sent    credit_note
              minus    2025-6  Acme    2025-03-21  2025-04-04  -40   -8   sent    credit_note
              later    2025-7  Acme    2025-04-01  2025-04-15  2000  -    sent    invoice
    payments  invoice  paid        amount
              one      2025-03-20  600
              one      2025-04-02  500
              two      2025-04-05  650
              paid     2025-03-20  360
    """
    # Today is 10 April. one: 1200, less 600 on 20 March and 500 on 2 April; two was paid 50 too much. The credit
    # notes take 120 and 48 off.
    agency = asked_on("2025-04-10")
    owed = {
        "2025-03-02": {},
        "2025-03-19": {"one": 1200, "two": 600},
        "2025-03-31": {"one": 600, "two": 600, "plus": -120, "minus": -48},
        "2025-04-10": {"one": 100, "two": -50, "plus": -120, "minus": -48, "later": 2000},
    }
    for day, expected in owed.items():
        assert agency.state("receivables", day).by("invoice") == expected
    # Everything stands on the invoice's own day, whose rate it is worth.
    assert agency.state("receivables", "2025-04-10").by("day", "invoice")["2025-03-03", "one"] == 100
    # Due today is not overdue.
    assert agency.state("overdue_receivables", "2025-03-17").by("invoice") == {}
    assert agency.state("overdue_receivables", "2025-03-18").by("invoice") == {"one": 1200, "two": 600}
    assert agency.state("overdue_receivables", "2025-04-10").total() == 100 - 50 - 120 - 48


def test_ageing_counts_the_days_past_due(asked_on: AskedOn) -> None:
    """
    invoices  invoice  client  issued      due         net
              a        Acme    2025-03-01  2025-06-30  1
              b        Acme    2025-03-01  2025-06-29  2
              c        Acme    2025-03-01  2025-05-31  4
              d        Acme    2025-03-01  2025-05-30  8
              e        Acme    2025-03-01  2025-05-01  16
              f        Acme    2025-03-01  2025-04-30  32
              g        Acme    2025-03-01  2025-04-01  64
              h        Acme    2025-03-01  2025-03-31  128
              i        Acme    2025-03-01  -           256
    """
    # On 30 June they are 0, 1, 30, 31, 60, 61, 90 and 91 days late; who never said when is not late.
    agency = asked_on("2025-06-30")
    late = {"1-30": 2 + 4, "31-60": 8 + 16, "61-90": 32 + 64, "90+": 128}
    assert agency.state("receivables", "2025-06-30").by("ageing") == {"not due": 1 + 256} | late
    assert agency.state("overdue_receivables", "2025-06-30").by("ageing") == late


def test_days_outstanding_are_receivables_over_the_three_complete_months_before(asked_on: AskedOn) -> None:
    """
    invoices  invoice  client  issued      net   tax  status  kind
              feb      Acme    2025-02-28  200   40   sent    invoice
              mar      Acme    2025-03-01  3000  600  paid    invoice
              apr      Acme    2025-04-10  1000  200  sent    invoice
              no       Acme    2025-04-11  999   99   draft   invoice
              may      Acme    2025-05-31  100   20   sent    credit_note
              jun      Acme    2025-06-02  500   100  sent    invoice
    payments  invoice  paid        amount
              apr      2025-06-05  300
    """
    # 10 June: owed 240 + 900 - 120 + 600 = 1620; March to May 3600 + 1200 - 120 = 4680 were invoiced.
    agency = asked_on("2025-06-10")
    june = agency.state("dso", "2025-06-10")
    assert june.ratio() == Fraction(1620 * 90, 4680)
    # On the last of May, May is not over for the question: February to April.
    may = agency.state("dso", "2025-05-31")
    assert may.ratio() == Fraction((240 + 1200 - 120) * 90, 240 + 3600 + 1200)


def test_billing_lag_weighs_the_days_since_the_last_work_by_the_amount(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
                  Shop
    budgets       budget  project  type   amount
                  one     Site     fixed  9000
                  two     Shop     fixed  9000
    time_entries  person  project  date        hours  status
                  Ana     Site     2025-03-03  2      approved
                  Ana     Site     2025-03-20  2      draft
                  Ana     Site     2025-03-28  2      rejected
                  Ana     Shop     2025-03-29  2      approved
                  Ana     Site     2025-04-02  2      approved
    invoices      invoice  client  issued      net   tax  kind         status  budget
                  early    Acme    2025-03-03  500   -    invoice      sent    one
                  mid      Acme    2025-03-31  1000  200  invoice      sent    one
                  late     Acme    2025-04-02  3000  600  invoice      paid    one
                  none     Acme    2025-04-02  700   -    invoice      sent    -
                  back     Acme    2025-04-02  700   -    credit_note  sent    one
                  draft    Acme    2025-04-02  700   -    invoice      draft   one
    """
    # mid: 20 to 31 March, 11 days. late: the work of its own day is not before it, 13 days since the 20th.
    # Before early nothing was worked. (1000 x 11 + 3000 x 13) / 4000 = 12.5 days.
    lag = asked_on("2025-04-10").measure("billing_lag_days", "2025-03-01", "2025-04-30", MONEY)
    assert lag.by("invoice") == {"mid": 11_000, "late": 39_000}
    assert lag.ratio() == Fraction(25, 2)


def test_realization_is_invoiced_over_the_worth_of_the_work_on_budgets_invoiced_in_the_period(
    asked_on: AskedOn,
) -> None:
    """
    projects      project
                  Site
                  Shop
                  Cafe
    budgets       budget  project  type                amount
                  one     Site     time_and_materials  9000
                  two     Shop     fixed               9000
                  three   Cafe     fixed               9000
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    time_entries  person  project  date        hours  billable_hours  status
                  Ana     Site     2025-02-28  4      4               approved
                  Ana     Site     2025-03-03  8      6               approved
                  Ana     Site     2025-03-31  2      2               submitted
                  Ana     Site     2025-03-12  2      2               rejected
                  Ana     Shop     2025-03-04  5      5               approved
                  Ana     Site     2025-04-01  3      3               approved
    invoices      invoice  client  issued      net   tax  kind         status  budget
                  i1       Acme    2025-03-31  800   160  invoice      sent    one
                  i2       Acme    2025-03-31  100   20   credit_note  sent    one
                  i3       Acme    2025-03-31  900   -    invoice      draft   two
                  i4       Acme    2025-04-01  900   -    invoice      sent    two
                  i5       Acme    2025-03-15  200   -    invoice      paid    three
                  i6       Acme    2025-03-15  400   -    invoice      paid    -
    """
    # March: one 700 for 8 billable hours x 100; three 200 for nothing; two is invoiced in April.
    march = asked_on("2025-04-10").measure("realization", "2025-03-01", "2025-03-31", MONEY)
    assert march.by("budget") == {"one": 700, "three": 200}
    assert march.by("budget", side="denominator") == {"one": 800}
    # Approved work only, where approval is required.
    strict = asked_on("2025-04-10", approval_required=True)
    assert strict.measure("realization", "2025-03-01", "2025-03-31", MONEY).total("denominator") == 600
    # April: one is not invoiced there, two is, and nothing was worked on it.
    april = asked_on("2025-04-10").measure("realization", "2025-04-01", "2025-04-30", MONEY)
    assert april.by("budget") == {"two": 900}
    assert april.total("denominator") == 0
