"""How clients pay, what is credited, still a draft, charged on and won, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn


def test_what_is_paid_by_the_due_day_is_on_time_and_the_rest_late_by_its_days(asked_on: AskedOn) -> None:
    """
    clients   client
              Acme
              Bolt
    invoices  invoice  number  client  issued      due         net   tax  status  kind
              one      2025-1  Acme    2025-02-03  2025-03-05  1000  200  paid    invoice
              two      2025-2  Bolt    2025-02-10  2025-03-12  500   100  sent    invoice
              open     2025-3  Bolt    2025-02-10  -           500   100  sent    invoice
              back     2025-4  Acme    2025-02-11  2025-02-20  100   20   paid    credit_note
              void     2025-5  Acme    2025-02-12  2025-02-20  100   20   void    invoice
    payments  invoice  paid        amount
              one      2025-03-01  300
              one      2025-03-05  300
              one      2025-03-15  600
              two      2025-03-31  400
              two      2025-03-31  -50
              two      2025-04-01  200
              open     2025-03-20  600
              back     2025-03-20  120
              void     2025-03-20  120
    """
    # March: of one 300 came 4 days early, 300 on the day, 600 10 days late; of two 400 came 19 days late. The refund,
    # what says no due day, the credit note and the void one do not count.
    march = asked_on("2025-04-10").measure("paid_on_time", "2025-03-01", "2025-03-31", MONEY)
    assert march.by("client") == {"Acme": 600}
    assert march.ratio() == Fraction(600, 1600)
    late = asked_on("2025-04-10").measure("days_paid_late", "2025-03-01", "2025-03-31", MONEY)
    assert late.by("invoice") == {"one": 600 * 10 - 300 * 4, "two": 400 * 19}
    assert late.ratio() == Fraction(4800 + 7600, 1600)


def test_of_the_invoices_issued_what_is_paid_by_today_and_what_is_still_open(asked_on: AskedOn) -> None:
    """
    clients   client
              Acme
              Bolt
    invoices  invoice  number  client  issued      due         net   tax  status  kind
              one      2025-1  Acme    2025-03-03  2025-04-02  1000  200  paid    invoice
              two      2025-2  Acme    2025-03-31  2025-04-30  500   100  sent    invoice
              back     2025-3  Acme    2025-03-12  -           50    10   paid    credit_note
              three    2025-4  Bolt    2025-03-20  2025-04-19  400   -    sent    invoice
              less     2025-5  Bolt    2025-03-21  -           30    -    sent    credit_note
              draft    2025-6  Bolt    2025-03-21  -           70    -    draft   invoice
              void     2025-7  Bolt    2025-03-21  -           70    -    void    invoice
              april    2025-8  Bolt    2025-04-01  -           900   -    sent    invoice
              before   2025-9  Bolt    2025-02-28  -           900   -    sent    invoice
    payments  invoice  paid        amount
              one      2025-04-01  1150
              two      2025-04-10  250
              two      2025-04-11  100
              three    2025-03-25  400
              void     2025-03-25  70
              before   2025-03-25  900
    """
    # Asked on 10 April about March: one is marked paid, so all 1200 of it are; of two came 250 so far, of three all.
    # Gross: 1200 + 600 - 60 + 400 - 30 = 2110; paid 1200 + 250 - 60 + 400 = 1790; open 350 of two, -30 of the note.
    agency = asked_on("2025-04-10")
    paid = agency.measure("issued_paid_percent", "2025-03-01", "2025-03-31", MONEY)
    assert paid.by("client") == {"Acme": 1200 + 250 - 60, "Bolt": 400}
    assert paid.ratio() == Fraction(1790, 2110)
    still = agency.measure("issued_open", "2025-03-01", "2025-03-31", MONEY)
    assert still.by("invoice") == {"two": 350, "less": -30}
    assert still.total() == 2110 - 1790


def test_days_past_due_are_weighed_by_what_is_still_owed(asked_on: AskedOn) -> None:
    """
    invoices  invoice  number  client  issued      due         net   tax  status  kind
              one      2025-1  Acme    2025-02-03  2025-03-05  1000  200  sent    invoice
              two      2025-2  Acme    2025-02-10  2025-03-30  400   -    sent    invoice
              today    2025-3  Acme    2025-02-10  2025-03-31  900   -    sent    invoice
              back     2025-4  Acme    2025-02-11  2025-02-20  100   20   sent    credit_note
              draft    2025-5  Acme    2025-02-12  2025-02-20  100   20   draft   invoice
    payments  invoice  paid        amount
              one      2025-03-10  200
              one      2025-04-02  100
    """
    # On 31 March: one 1000 for 26 days, two 400 for 1 day; what is due on the day is not late. Later payments are.
    late = asked_on("2025-04-10").state("days_past_due", "2025-03-31")
    assert late.by("invoice") == {"one": 26_000, "two": 400}
    assert late.ratio() == Fraction(26_400, 1400)


def test_credited_and_drafts_are_in_no_other_number(asked_on: AskedOn) -> None:
    """
    invoices  invoice  number  client  issued      net   tax  status  kind
              one      2025-1  Acme    2025-03-03  1000  200  sent    invoice
              plus     2025-2  Acme    2025-03-20  100   20   sent    credit_note
              minus    2025-3  Bolt    2025-03-21  -40   -8   paid    credit_note
              early    2025-4  Bolt    2025-02-28  70    -    paid    credit_note
              void     2025-5  Bolt    2025-03-21  70    -    void    credit_note
              next     -       Acme    -           900   180  draft   invoice
              undo     -       Acme    2025-03-11  50    -    draft   credit_note
    """
    credited = asked_on("2025-04-10").measure("credited", "2025-03-01", "2025-03-31", MONEY)
    assert credited.by("invoice", "client") == {("plus", "Acme"): 100, ("minus", "Bolt"): 40}
    drafts = asked_on("2025-04-10").measure("draft_invoices", "2025-04-10", "2025-04-10", MONEY)
    assert drafts.by("invoice") == {"next": 900, "undo": -50}
    assert drafts.total() == 850


def test_billable_expenses_are_what_approved_ones_are_charged_at(asked_on: AskedOn) -> None:
    """
    projects  project
              Site
    budgets   budget  project  type   start       amount
              build   Site     fixed  2025-01-01  9000
    expenses  project  date        category  status     amount  billable_amount  currency
              Site     2025-03-04  Travel    approved   40      50               EUR
              Site     2025-03-05  Travel    approved   40      -                EUR
              Site     2025-03-06  Hosting   approved   70      70               USD
              Site     2025-03-07  Hosting   committed  20      20               EUR
              Site     2025-04-11  Hosting   approved   20      20               EUR
    """
    agency = asked_on("2025-04-10")
    march = agency.measure("billable_expenses", "2025-03-01", "2025-04-30", MONEY)
    assert march.by("category", "budget") == {("Travel", "build"): 50, ("Hosting", "build"): 70}
    assert march.by("currency") == {"EUR": 50, "USD": 70}


def test_the_value_of_deals_won_is_added_up_on_the_day_they_were_won(asked_on: AskedOn) -> None:
    """
    deals  deal   client  status  value  currency  closed
           big    Acme    won     5000   EUR       2025-03-01
           small  Acme    won     2000   USD       2025-03-31
           blank  Acme    won     -      EUR       2025-03-15
           lost   Acme    lost    9000   EUR       2025-03-15
           open   Acme    open    7000   EUR       -
           later  Acme    won     800    EUR       2025-04-01
    """
    won = asked_on("2025-04-10").measure("won_value", "2025-03-01", "2025-03-31", MONEY)
    assert won.by("deal") == {"big": 5000, "small": 2000}
    assert won.by("currency") == {"EUR": 5000, "USD": 2000}
