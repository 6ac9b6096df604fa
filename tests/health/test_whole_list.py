"""The whole list of one agency, worked out by hand: every finding, how much would move, and in which order."""

from datetime import date
from fractions import Fraction

import pyarrow as pa
import pytest

from assistant.health.check import check
from assistant.health.finding import Kind
from assistant.store.notes import NOTES_SCHEMA
from assistant.store.snapshots import QUARANTINE
from tests.agency_notation import agency
from tests.permissions.small_agency import view

TODAY = date(2025, 4, 10)

AGENCY = """
    people         person  name  email     start       end
                   ana     Ana   ana@x.co  2025-01-01  -
                   ben     Ben   ben@x.co  2025-01-01  2025-03-31
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   ana     2025-01-01  8    -    -    -    -
    users          email     name  role   person
                   adm@x.co  Ada   admin  -
    clients        client  name
                   acme    Acme
    projects       project  name   client  kind    status    project_manager  start       end
                   site     Site   acme    client  active    ana@x.co         2025-01-01  -
                   quiet    Quiet  acme    client  active    ana@x.co         2025-01-01  -
                   old      Old    acme    client  archived  ana@x.co         2025-01-01  2025-02-28
                   twin     Twin   acme    client  planned   left@x.co        2025-01-01  -
                   new      New    acme    client  planned   ana@x.co         2025-03-20  -
    budgets        budget  project  name    type                start       end         hours  amount  currency
                   b-site  site     Build   fixed               2025-01-01  2025-12-31  100    4000    EUR
                   b-care  quiet    Care    retainer            2025-01-01  -           10     1000    EUR
                   t-one   twin     First   fixed               2025-01-01  2025-06-30  10     -       EUR
                   t-two   twin     Second  time_and_materials  2025-03-01  2025-06-30  -      -       EUR
    bill_rates     project  valid_from  hourly_rate  currency
                   site     2025-01-01  100          EUR
                   twin     2025-01-01  100          EUR
    cost_rates     person  valid_from  hourly_cost  currency
                   ana     2025-01-01  50           EUR
    time_entries   entry  person  project  date        hours  status
                   e1     ana     twin     2025-03-03  8      approved
                   e2     ana     site     2025-03-10  8      approved
                   e3     ana     site     2025-03-17  8      approved
                   e4     ana     site     2025-03-31  8      approved
                   e5     ana     site     2025-04-07  4      approved
                   e6     ana     site     2025-05-02  3      approved
                   e7     ben     site     2025-03-04  13     approved
                   e8     ben     site     2025-03-04  12     approved
                   e9     ben     site     2025-03-05  6      submitted
                   e10    ben     site     2025-04-02  5      approved
                   e11    ben     old      2025-03-06  3      approved
                   e12    ben     site     2025-03-06  50     rejected
    invoices       invoice  number  client  issued_on   net  status  kind     project  currency
                   i1       1       acme    2025-03-10  500  sent    invoice  new      EUR
                   i2       2       acme    2025-03-01  700  sent    invoice  site     USD
    deals          deal  name  client  owner      status  value  currency
                   d1    Next  acme    gone@x.co  open    4000   EUR
    tasks          task  project  name   kind  status  due         remaining
                   t1    site     Paint  task  open    2025-03-20  7
                   t2    site     Glue   task  open    2025-04-10  9
"""


def test_every_finding_weighs_what_it_moves_and_stands_where_that_puts_it() -> None:
    """
    All hours 78: Ana 36 and 3 to come, Ben 39. All euros 9,500: agreed 5,000, invoiced 500, hoped for 4,000.
    All dollars 700.

    dollars without a rate   700 of 700            1        before any rate
    Quiet is stale            40 of 78 h           .513     99 days since it began; four months of 10 h, none worked
    Quiet has no end          40 of 78 h           .513     the same hours
    Ben's cost                39 of 78 h           .500     all but what was rejected
    owner of the deal      4,000 of 9,500 EUR      .421
    Ana's timesheets          12 of 78 h           .154     six Mondays of 8 h since 3 March less 36; none on the 24th
    two budgets of Twin        8 of 78 h           .103     3 March
    manager of Twin            8 of 78 h           .103
    late tasks of Site         7 of 78 h           .090     what is due today is not late
    Ben's unapproved time      6 of 78 h           .077     of a closed month
    Ben after his contract     5 of 78 h           .064
    invoice of New           500 of 9,500 EUR      .053     ten days before it began
    Old without a price        3 of 78 h           .038
    Ana's time to come         3 of 78 h           .038
    Old is archived            3 of 78 h           .038
    Ben's day of 25 h          1 of 78 h           .013
    """
    found = check(view("admin", agency(AGENCY)), TODAY)
    told = [(one.kind, one.subject, one.count, one.effect and one.effect.value) for one in found]
    assert told == [
        (Kind.NO_EXCHANGE_RATE, "USD", 1, 700),
        (Kind.STALE_PROJECT, "Quiet", 99, 40),
        (Kind.BUDGET_WITHOUT_END, "Quiet", 1, 40),
        (Kind.MISSING_COST_RATE, "Ben", 5, 39),
        (Kind.UNKNOWN_OWNER, "gone@x.co", 1, 4000),
        (Kind.MISSING_TIMESHEETS, "Ana", 1, 12),
        (Kind.TWO_BUDGETS, "Twin", 2, 8),
        (Kind.UNKNOWN_OWNER, "left@x.co", 1, 8),
        (Kind.OVERDUE_TASKS, "Site", 1, 7),
        (Kind.UNAPPROVED_TIME, "Ben", 1, 6),
        (Kind.OUTSIDE_CONTRACT, "Ben", 1, 5),
        (Kind.INVOICE_BEFORE_PROJECT, "New", 1, 500),
        (Kind.MISSING_BILL_RATE, "Old", 1, 3),
        (Kind.LATER_THAN_TODAY, "Ana", 1, 3),
        (Kind.ARCHIVED_PROJECT, "Old", 1, 3),
        (Kind.OVER_24_HOURS, "Ben", 1, 1),
        (Kind.FRESHNESS, "time_entries.csv", 3, None),
    ]


BELOW = " " * 19
MENDED = (
    ("2025-01-01  2025-03-31", "2025-01-01  -         "),
    ("2025-01-01  -           10 ", "2025-01-01  2025-12-31  10 "),
    ("2025-01-01  2025-06-30", "2025-01-01  2025-02-28"),
    ("Quiet  acme    client  active ", "Quiet  acme    client  on_hold"),
    ("client  archived", "client  done    "),
    ("left@x.co", "ana@x.co "),
    ("gone@x.co", "adm@x.co "),
    ("2025-03-20  -\n", "2025-03-10  -\n"),
    ("site     2025-01-01  100          EUR", "-        2025-01-01  100          EUR"),
    ("ana     2025-01-01  50           EUR", f"ana     2025-01-01  50           EUR\n{BELOW}ben  2025-01-01  50  EUR"),
    ("2025-05-02  3 ", "2025-03-24  8 "),
    ("2025-04-07  4 ", "2025-04-07  8 "),
    ("2025-03-04  12 ", "2025-03-06  12 "),
    ("submitted", "approved "),
    ("2025-03-20  7", "2025-04-20  7"),
    ("site     USD", "site     EUR"),
)
"""What is wrong and how it is put right."""


def test_where_everything_is_put_right_only_the_last_day_is_told() -> None:
    mended = AGENCY
    for wrong, right in MENDED:
        assert mended.count(wrong) == 1, wrong
        mended = mended.replace(wrong, right)
    (only,) = check(view("admin", agency(mended)), TODAY)
    assert only.kind is Kind.FRESHNESS


def test_a_change_that_was_approved_is_sold_too_and_a_deal_without_a_value_has_an_owner() -> None:
    """Four months of 10 h and 6 h more; the deal is worth nothing yet."""
    more = AGENCY.replace("open    4000   EUR", "open    -      -  ")
    scope = """
    change_requests  project  budget  hours  requested   decided     status
                     quiet    b-care  6      2025-03-01  2025-03-03  approved
    """
    found = check(view("admin", agency(more + scope)), TODAY)
    effects = {(one.kind, one.subject): one.effect and one.effect.value for one in found}
    assert effects[Kind.STALE_PROJECT, "Quiet"] == Fraction(46)
    assert effects[Kind.BUDGET_WITHOUT_END, "Quiet"] == Fraction(46)
    assert effects[Kind.UNKNOWN_OWNER, "gone@x.co"] == 0


OWNED = (
    ("ana@x.co         2025", "pia@x.co         2025"),
    ("adm@x.co  Ada   admin  -", "adm@x.co  Ada   admin  -\n{0}pia@x.co  Pia   project_manager  -"),
    ("client  name\n{0}acme    Acme", "client  name  account_manager\n{0}acme    Acme  adm@x.co"),
)
"""Pia manages every project but Twin; Acme is the client of whoever is asked about as its account manager."""

NOTE = {
    "note_id": "notes/kick-off.md",
    "title": "Kick-off",
    "project_id": "site",
    "date": date(2025, 3, 1),
    "kind": "meeting",
    "visibility": "internal",
    "guessed": "",
}
HELD = (
    {"table": "time_entries", "file": "time_entries.csv", "row": 14, "column": "date", "reason": "is no date"},
    {"table": "cost_rates", "file": "cost_rates.csv", "row": 3, "column": "hourly_cost", "reason": "is no number"},
)

EVERYTHING = (
    (Kind.QUARANTINE, "cost_rates.csv", 1),
    (Kind.QUARANTINE, "time_entries.csv", 1),
    (Kind.NO_EXCHANGE_RATE, "USD", 1),
    (Kind.STALE_PROJECT, "Quiet", 99),
    (Kind.BUDGET_WITHOUT_END, "Quiet", 1),
    (Kind.MISSING_COST_RATE, "Ben", 5),
    (Kind.UNKNOWN_OWNER, "gone@x.co", 1),
    (Kind.MISSING_TIMESHEETS, "Ana", 1),
    (Kind.TWO_BUDGETS, "Twin", 2),
    (Kind.UNKNOWN_OWNER, "left@x.co", 1),
    (Kind.OVERDUE_TASKS, "Site", 1),
    (Kind.UNAPPROVED_TIME, "Ben", 1),
    (Kind.OUTSIDE_CONTRACT, "Ben", 1),
    (Kind.INVOICE_BEFORE_PROJECT, "New", 1),
    (Kind.MISSING_BILL_RATE, "Old", 1),
    (Kind.LATER_THAN_TODAY, "Ana", 1),
    (Kind.ARCHIVED_PROJECT, "Old", 1),
    (Kind.OVER_24_HOURS, "Ben", 1),
    (Kind.STALE_NOTES, "Site", 40),
    (Kind.FRESHNESS, "time_entries.csv", 3),
)
"""All of it, by its share: rows in quarantine first, what moves nothing last. The note of Site is of 1 March."""

COST = {Kind.MISSING_COST_RATE}
MONEY = {Kind.NO_EXCHANGE_RATE, Kind.INVOICE_BEFORE_PROJECT, Kind.MISSING_BILL_RATE}
OF_PEOPLE = {Kind.MISSING_TIMESHEETS, Kind.OUTSIDE_CONTRACT}
NOT_TOLD: dict[str, set[Kind]] = {
    "admin": set(),
    "finance": set(),
    # Cost in sums only; no table that may hold a row of cost or of another's money is seen in full.
    "project_manager": COST | {Kind.QUARANTINE},
    # Their client's work: no capacity, nobody else's deal or address, and notes of their own clients only.
    "account_manager": COST | OF_PEOPLE | {Kind.QUARANTINE, Kind.UNKNOWN_OWNER, Kind.STALE_NOTES},
    "coordinator": COST | MONEY | {Kind.QUARANTINE},
}
DEALS = "gone@x.co"
"""Whose deal it is: a coordinator sees none."""


@pytest.mark.parametrize("role", NOT_TOLD)
def test_each_role_is_told_all_it_may_see_in_the_same_order_and_nothing_else(role: str) -> None:
    told = [(one.kind, one.subject, one.count) for one in check(view(role, planted(role), held=held()), TODAY)]
    hidden = NOT_TOLD[role]
    wanted = [one for one in EVERYTHING if one[0] not in hidden and not (role == "coordinator" and one[1] == DEALS)]
    assert told == wanted


def test_a_member_is_told_of_their_own_time_and_projects() -> None:
    """Of a colleague's hours and of what a task still takes a member sees nothing."""
    found = check(view("member", planted("member"), held=held()), TODAY)
    assert [(one.kind, one.subject, one.count, one.effect and one.effect.value) for one in found] == [
        (Kind.MISSING_TIMESHEETS, "Ana", 1, 12),
        (Kind.TWO_BUDGETS, "Twin", 2, 8),
        (Kind.LATER_THAN_TODAY, "Ana", 1, 3),
        (Kind.OVERDUE_TASKS, "Site", 1, 0),
        (Kind.FRESHNESS, "time_entries.csv", 3, None),
    ]


def planted(role: str) -> dict[str, pa.Table]:
    """The agency with a note that is old and somebody who owns each project."""
    made = AGENCY
    for wrong, right in OWNED:
        assert wrong.format(BELOW) in made
        made = made.replace(wrong.format(BELOW), right.format(BELOW))
    if role == "account_manager":
        made = made.replace("Acme  adm@x.co", "Acme  amy@x.co").replace(
            "pia@x.co  Pia   project_manager  -",
            f"pia@x.co  Pia   project_manager  -\n{BELOW}amy@x.co  Amy  account_manager  -",
        )
    note = {**NOTE, "client_id": "acme", "_source": "notes", "_file": NOTE["note_id"], "_row": 1}
    return {**agency(made), "notes": pa.Table.from_pylist([note], schema=NOTES_SCHEMA)}


def held() -> pa.Table:
    """Two rows that broke their contract."""
    return pa.Table.from_pylist(list(HELD), schema=QUARANTINE)
