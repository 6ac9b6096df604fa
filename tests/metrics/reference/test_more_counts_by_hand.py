"""Weekend hours, what falls due, pending changes and what is left with tentative bookings, worked by hand."""

from tests.agency_notation import MONEY, AskedOn


def test_weekend_hours_are_those_of_saturday_and_sunday(asked_on: AskedOn) -> None:
    """
    projects      project  client
                  web      Acme
    time_entries  entry  person  project  date        hours  billable  status
                  1      Ana     web      2025-03-07  8      8         approved
                  2      Ana     web      2025-03-08  2.5    0         approved
                  3      Ana     web      2025-03-09  1      0         submitted
                  4      Ben     web      2025-03-09  4      0         rejected
                  5      Ben     web      2025-03-10  6      6         approved
    """
    # 8 March 2025 is a Saturday; what was rejected never counts.
    march = ("2025-03-01", "2025-03-31")
    assert asked_on("2025-04-01").measure("weekend_hours", *march).by("person") == {"Ana": 3.5}


def test_what_falls_due_is_what_is_owed_today_on_the_day_it_is_due(asked_on: AskedOn) -> None:
    """
    invoices  invoice  number  client  issued      due         net   tax  status  kind
              a        N1      Acme    2025-03-01  2025-03-28  1000  200  sent    invoice
              b        N2      Beta    2025-03-05  2025-04-04  500   0    sent    invoice
              c        N3      Beta    2025-03-05  2025-03-28  900   0    paid    invoice
              d        N4      Acme    2025-03-06  -           700   0    sent    invoice
              e        N5      Acme    2025-03-10  2025-03-28  100   20   sent    credit_note
              f        N6      Acme    2025-03-24  2025-03-28  50    0    sent    invoice
    payments  payment  invoice  paid        amount
              p        a        2025-03-20  300
              q        a        2025-03-25  100
    """
    agency = asked_on("2025-03-21")
    # 1,200 - 300 paid by today - 120 credited; what is paid, is issued later or names no day is left out.
    assert agency.measure("receivables_due", "2025-03-24", "2025-03-30", MONEY).by("client") == {"Acme": 780}
    assert agency.measure("receivables_due", "2025-04-01", "2025-04-30", MONEY).by("client") == {"Beta": 500}


def test_pending_changes_are_counted_once_each(asked_on: AskedOn) -> None:
    """
    projects         project  client
                     web      Acme
                     app      Beta
    budgets          budget  project  type
                     one     web      fixed
    change_requests  change  project  requested   status    hours  budget  amount
                     x       web      2025-03-01  pending   10     one     1000
                     y       web      2025-03-02  pending   -      -       -
                     z       app      2025-03-03  pending   5      -       -
                     u       web      2025-03-01  approved  10     one     1000
                     v       web      2025-04-01  pending   10     one     1000
    """
    counted = asked_on("2025-04-12").state("pending_change_count", "2025-03-20", scale=1)
    assert counted.by("project") == {"web": 2, "app": 1}


def test_tentative_bookings_take_room_where_they_are_counted(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2024-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2025-01-01  8    8    8    8    8
    projects       project  client
                   web      Acme
    bookings       booking  person  project  start       end         hours_per_day  tentative
                   1        Ana     web      2025-03-03  2025-03-04  6      false
                   2        Ana     web      2025-03-04  2025-03-05  4      true
                   3        Ana     web      2025-03-08  2025-03-08  4      true
    """
    week, agency = ("2025-03-03", "2025-03-09"), asked_on("2025-03-03")
    # 40 h, less 12 h confirmed, less 8 h tentative; on Tuesday 10 h are booked on 8; nobody is there on Saturday.
    assert agency.measure("free_hours", *week).by("person") == {"Ana": 28}
    assert agency.measure("free_hours_with_tentative", *week).by("person") == {"Ana": 20}
    assert agency.measure("overbooked_hours_with_tentative", *week).by("person") == {"Ana": 2}


def test_tasks_due_are_open_ones_on_the_day_they_are_due(asked_on: AskedOn) -> None:
    """
    projects  project  client
              web      Acme
    tasks     task  project  kind       status       due         assignee
              a     web      task       open         2025-03-20  Ana
              b     web      task       in_progress  2025-03-28  -
              c     web      task       done         2025-03-21  Ana
              d     web      task       cancelled    2025-03-21  Ana
              e     web      milestone  open         2025-03-21  Ana
              f     web      task       open         -           Ana
    """
    due = asked_on("2025-03-15").measure("tasks_due", "2025-03-17", "2025-03-31", scale=1)
    assert due.by("task", "day") == {("a", "2025-03-20"): 1, ("b", "2025-03-28"): 1}
