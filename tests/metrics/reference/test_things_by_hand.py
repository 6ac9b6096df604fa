"""How many projects, clients, budgets, deals, invoices and tasks there are, counted by hand."""

from tests.agency_notation import AskedOn


def test_projects_and_clients_are_counted_as_they_stand(asked_on: AskedOn) -> None:
    """
    clients   client
              Acme
              Beta
              Cora
    projects  project  client  kind      status    start       end
              web      Acme    client    active    2025-01-01  2025-03-31
              app      Acme    client    active    2025-03-15  -
              shop     Beta    client    on_hold   -           2025-04-30
              print    Beta    client    done      2024-01-01  2025-03-01
              home     -       internal  active    2024-01-01  -
              film     Cora    client    archived  2025-03-31  2025-03-31
    budgets   budget  project  type
              one     web      fixed
              two     web      retainer
    """
    agency = asked_on("2025-03-20")
    assert agency.state("project_count", "2025-03-20", scale=1).by("client") == {
        "Acme": 2,
        "Beta": 2,
        "Cora": 1,
        None: 1,
    }
    assert agency.state("client_count", "2025-03-20", scale=1).total() == 3
    # Web has two budgets; internal work needs none, and what is over none any more.
    assert set(agency.state("projects_without_budget", "2025-03-20", scale=1).by("project")) == {"app", "shop"}
    # Acme has two active projects and counts once; Beta's is on hold; Cora's is over.
    assert agency.state("clients_with_active_projects", "2025-03-20", scale=1).by("client") == {"Acme": 1}
    assert agency.state("clients_without_projects", "2025-03-20", scale=1).by("client") == {"Cora": 1}
    march = ("2025-03-01", "2025-03-31")
    assert set(agency.measure("projects_starting", *march, scale=1).by("project")) == {"app", "film"}
    assert set(agency.measure("projects_ending", *march, scale=1).by("project")) == {"web", "print", "film"}


def test_every_budget_is_a_slice_of_its_own(asked_on: AskedOn) -> None:
    """
    projects  project  client
              web      Acme
    budgets   budget  project  type   end
              one     web      fixed  2025-01-31
              two     web      fixed  -
    """
    # Which of them are in force is for the question to say; "all" asks for both.
    counted = asked_on("2025-03-20").state("budgets_in_force", "2025-03-20", scale=1)
    assert counted.by("budget", "project") == {("one", "web"): 1, ("two", "web"): 1}


def test_deals_are_counted_on_their_days(asked_on: AskedOn) -> None:
    """
    deals  deal   client  status  value  expected_close  closed      created
           march  Acme    open    5000   2025-03-31      -           2025-03-01
           never  Acme    open    -      -               -           -
           won    Acme    won     8000   2025-03-15      2025-03-10  2025-02-28
           lost   -       lost    3000   2025-03-15      2025-03-31  2025-03-02
           gone   -       lost    3000   2025-03-15      -           2025-04-01
    """
    march, agency = ("2025-03-01", "2025-03-31"), asked_on("2025-04-12")
    # A deal needs no value to be one; without a day it is open, but closes in no month.
    assert agency.measure("deals_open", *march, scale=1).by("deal") == {"march": 1}
    whole = asked_on("2025-04-12", to_date=True).measure("deals_open", "2025-04-12", "2025-04-12", scale=1)
    assert whole.by("deal") == {"march": 1, "never": 1}
    assert agency.measure("won_deals", *march, scale=1).by("deal", "day") == {("won", "2025-03-10"): 1}
    assert agency.measure("lost_deals", *march, scale=1).by("deal") == {"lost": 1}
    assert agency.measure("new_deals", *march, scale=1).by("deal") == {"march": 1, "lost": 1}


def test_a_number_is_one_invoice_however_many_rows_it_has(asked_on: AskedOn) -> None:
    """
    invoices  invoice  number  client  issued      due         net  tax  status  kind
              a        N1      Acme    2025-03-01  2025-03-15  100  20   sent    invoice
              b        N1      Acme    2025-03-01  2025-03-15  50   10   sent    invoice
              c        N1      Beta    2025-03-02  2025-04-30  50   0    sent    invoice
              d        -       Acme    2025-03-03  2025-03-16  50   0    sent    invoice
              e        -       Acme    2025-03-04  2025-03-17  50   0    paid    invoice
              f        N5      Acme    2025-03-05  2025-03-17  50   0    draft   invoice
              g        N6      Acme    2025-03-06  2025-03-17  50   0    void    invoice
              h        N7      Acme    2025-03-07  2025-03-17  50   0    sent    credit_note
              i        N8      Acme    2025-02-07  2025-02-17  50   0    sent    invoice
    payments  invoice  paid_on     amount
              a        2025-03-20  120
              i        2025-03-21  50
    """
    agency = asked_on("2025-04-12")
    # March: N1 of Acme (two rows), N1 of Beta, and two without a number.
    issued = agency.measure("invoice_count", "2025-03-01", "2025-03-31", scale=1)
    assert issued.by("invoice") == {"a": 1, "c": 1, "d": 1, "e": 1}
    # On 20 March row a is paid and row b is not: the invoice is not paid. On 20 March i is not, on the 21st it is.
    assert agency.state("unpaid_invoice_count", "2025-03-20", scale=1).by("invoice") == {"b": 1, "c": 1, "d": 1, "i": 1}
    assert agency.state("unpaid_invoice_count", "2025-03-21", scale=1).by("invoice") == {"b": 1, "c": 1, "d": 1}
    # Due on the 15th is overdue from the 16th.
    assert agency.state("overdue_invoice_count", "2025-03-16", scale=1).by("client") == {"Acme": 2}
    assert agency.state("overdue_invoice_count", "2025-03-17", scale=1).by("invoice") == {"a": 1, "d": 1, "i": 1}


def test_tasks_nobody_has(asked_on: AskedOn) -> None:
    """
    tasks  task   project  assignee  status     kind
           one    web      Ana       open       task
           two    web      -         open       task
           three  web      -         done       task
           four   web      -         cancelled  task
           five   app      -         open       milestone
    """
    assert asked_on("2025-03-20").state("unassigned_tasks", "2025-03-20", scale=1).by("task", "project") == {
        ("two", "web"): 1
    }


def test_tasks_nobody_has_estimated(asked_on: AskedOn) -> None:
    """
    tasks  task   project  assignee  status     kind       estimate
           one    web      Ana       open       task       3
           two    web      -         open       task       -
           three  web      Ana       done       task       -
           four   app      Ana       in_progress  task     -
           five   app      -         open       milestone  -
    """
    found = asked_on("2025-03-20").state("tasks_without_estimate", "2025-03-20", scale=1)
    assert found.by("task", "person") == {("two", None): 1, ("four", "Ana"): 1}


def test_tasks_that_are_due_on_no_day(asked_on: AskedOn) -> None:
    """
    tasks  task   project  assignee  status     kind       due
           one    web      Ana       open       task       2025-03-01
           two    web      -         open       task       -
           three  web      Ana       done       task       -
           four   app      Ana       in_progress  task     -
           five   app      -         open       milestone  -
    """
    found = asked_on("2025-03-20").state("tasks_without_due_date", "2025-03-20", scale=1)
    assert found.by("task", "person") == {("two", None): 1, ("four", "Ana"): 1}


def test_projects_that_are_not_over_after_their_last_day(asked_on: AskedOn) -> None:
    """
    projects  project  client  kind      status    end
              web      Acme    client    active    2025-03-19
              app      Acme    client    on_hold   2025-03-01
              film     Beta    client    done      2025-03-01
              shop     Beta    client    active    2025-03-20
              blog     Beta    client    active    -
              studio   -       internal  active    2024-12-31
    """
    found = asked_on("2025-03-20").state("projects_past_end", "2025-03-20", scale=1)
    assert set(found.by("project")) == {"web", "app", "studio"}  # the shop's last day is today


def test_all_that_is_booked_is_what_is_confirmed_and_what_is_not(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     web      2025-03-03  2025-03-09  4              false
                   Ana     web      2025-03-07  2025-03-10  2              true
                   -       web      2025-03-03  2025-03-09  8              true
    """
    # Five days of 4 h, and 2 h on Friday and Monday; the weekend and the placeholder count nothing.
    week = ("2025-03-03", "2025-03-16")
    booked = asked_on("2025-03-01").measure("scheduled_hours_with_tentative", *week)
    assert booked.total() == 5 * 4 + 2 * 2
    assert booked.by("day")["2025-03-07"] == 6
