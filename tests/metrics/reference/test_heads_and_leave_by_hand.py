"""How many people there are, their spells away and the leave they have left, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import DAY, AskedOn


def test_heads_are_counted_on_the_last_day_whoever_has_a_contract(asked_on: AskedOn) -> None:
    """
    people         person  start       end         employment
                   Ana     2024-01-01  -           employee
                   Ben     2024-01-01  2025-03-31  employee
                   Cid     2025-04-01  -           employee
                   Dan     2025-03-31  -           contractor
                   Eve     -           -           employee
    """
    # Ben is there on his last day, Cid from the next; a contract without a start holds on no day.
    agency = asked_on("2025-06-01")
    assert agency.state("headcount", "2025-03-30", scale=1).by("person") == {"Ana": 1, "Ben": 1}
    assert agency.state("headcount", "2025-03-31", scale=1).by("person") == {"Ana": 1, "Ben": 1, "Dan": 1}
    april = agency.measure("headcount", "2025-03-01", "2025-04-30", scale=1)
    assert april.by("person", "day") == {(name, "2025-04-30"): 1 for name in ("Ana", "Cid", "Dan")}


def test_who_comes_and_goes_does_so_on_the_first_and_the_last_day_of_the_contract(asked_on: AskedOn) -> None:
    """
    people         person  start       end         employment
                   Ana     2024-01-01  -           employee
                   Ben     2024-01-01  2025-03-31  employee
                   Cid     2025-04-01  -           employee
                   Dan     2025-03-31  2025-04-30  contractor
                   Eve     -           2025-03-15  employee
    """
    # Ben goes on the last day of March, Cid comes the day after; Eve's contract holds on no day, and so does not end.
    agency = asked_on("2025-04-10")
    march, april = ("2025-03-01", "2025-03-31"), ("2025-04-01", "2025-04-30")
    assert agency.measure("joiners", *march, scale=1).by("person", "day") == {("Dan", "2025-03-31"): 1}
    assert agency.measure("joiners", *april, scale=1).by("person") == {"Cid": 1}
    assert agency.measure("leavers", *march, scale=1).by("person", "day") == {("Ben", "2025-03-31"): 1}
    # A contract whose last day is still to come is known to end then.
    assert agency.measure("leavers", *april, scale=1).by("person") == {"Dan": 1}


def test_a_spell_over_two_months_counts_once_and_is_set_against_the_mean_of_heads(asked_on: AskedOn) -> None:
    """
    people         person  start       end
                   Ana     2024-01-01  -
                   Ben     2024-01-01  2025-03-20
                   Cid     2025-04-02  -
    absences       absence  person  start       end         status    category
                   a        Ana     2025-02-20  2025-03-05  approved  sick
                   b        Ana     2025-03-31  2025-04-04  approved  vacation
                   c        Ana     2025-03-10  2025-03-10  approved  "Remote Work"
                   d        Ben     2025-03-10  2025-03-11  pending   sick
                   e        Ben     2025-03-15  2025-03-16  approved  sick
                   f        Ben     2025-03-12  2025-03-12  rejected  sick
                   g        Ana     2025-04-01  2025-04-01  approved  -
    """
    # March: a and e (a weekend, still a spell), b from the 31st; a is dated the 1st, where the period begins.
    agency = asked_on("2025-06-01")
    march = agency.measure("absence_spells", "2025-03-01", "2025-03-31", scale=1)
    assert march.by("absence", "day") == {("a", "2025-03-01"): 1, ("e", "2025-03-15"): 1, ("b", "2025-03-31"): 1}
    assert march.by("category") == {"sick": 2, "vacation": 1}
    # February 1 (a), March 3, and both together 3: a is one spell.
    assert agency.measure("absence_spells", "2025-02-01", "2025-02-28", scale=1).total() == 1
    assert agency.measure("absence_spells", "2025-02-01", "2025-03-31", scale=1).total() == 3
    # Ana was there 31 days, Ben 20: 51/31 heads on average, so 3 / (51/31).
    often = agency.measure("absence_frequency", "2025-03-01", "2025-03-31", scale=1)
    assert often.ratio() == Fraction(3 * 31, 51)
    assert often.by("category") == {"sick": 2 * 31, "vacation": 31}
    assert often.by("person", side="denominator") == {"Ana": 31, "Ben": 20}


def test_leave_left_is_the_allowance_less_what_the_whole_year_takes(asked_on: AskedOn) -> None:
    """
    people             person  calendar  start       end
                       Ana     AT        2024-01-01  -
                       Ben     -         2024-01-01  2025-03-04
                       Cid     -         2024-01-01  -
    working_hours      person  valid_from  mon tue wed thu fri
                       Ana     2024-01-01  8   8   8   8   8
                       Ben     2024-01-01  8   8   8   8   8
                       Cid     2024-01-01  8   8   8   8   8
    holidays           calendar  date        fraction
                       AT        2025-01-01  1
                       AT        2025-03-05  1
                       AT        2025-03-06  0.5
    leave_allowances   person  year  days  category
                       Ana     2024  30    vacation
                       Ana     2025  25    vacation
                       Ana     2025  3     -
                       Ben     2025  20.5  -
    absences           person  start       end         hours_per_day  status    category
                       Ana     2024-12-31  2025-01-02  -              approved  vacation
                       Ana     2025-03-03  2025-03-07  -              approved  Vacation
                       Ana     2025-12-24  2025-12-24  4              approved  vacation
                       Ana     2025-07-01  2025-07-01  -              pending   vacation
                       Ana     2025-04-01  2025-04-01  -              approved  sick
                       Ana     2025-04-02  2025-04-02  -              approved  "remote work"
                       Ben     2025-03-03  2025-03-03  -              approved  sick
                       Ben     2025-03-04  2025-03-06  -              approved  vacation
                       Cid     2025-03-03  2025-03-03  -              approved  sick
    """
    # Ana's vacation in 2025: 2 January (the 1st is a holiday): 1; March: Mon, Tue, half of Thu, Fri: 3.5;
    # half of Christmas Eve, planned: 0.5. 25 - 5 = 20. Ill a day: of the 3 for anything else, 2 are left.
    # Ben: ill 1, and of his vacation only the 4th is inside his contract: 20.5 - 2. Cid has no allowance.
    agency = asked_on("2025-06-30")
    left = agency.state("leave_balance_days", "2025-06-30", DAY)
    assert left.by("person") == {"Ana": 22, "Ben": Fraction("18.5")}
    assert left.by("person", "category") == {
        ("Ana", "vacation"): 20,
        ("Ana", None): 2,
        ("Ben", None): Fraction("18.5"),
    }
    assert {row["day"].isoformat() for row in left.rows} == {"2025-06-30"}
    # Of 2024, asked in June 2025: 30 - 31 December.
    assert agency.state("leave_balance_days", "2024-12-31", DAY).by("person") == {"Ana": 29}
    assert agency.state("leave_balance_days", "2026-01-01", DAY).rows == []


def test_a_kind_of_leave_written_in_two_ways_is_one_kind_whatever_the_order_of_its_rows(asked_on: AskedOn) -> None:
    """
    people             person  start
                       Ana     2024-01-01
    working_hours      person  valid_from  mon tue wed thu fri
                       Ana     2024-01-01  8   8   8   8   8
    leave_allowances   person  year  days  category
                       Ana     2025  20    Vacation
                       Ana     2025  5     vacation
    absences           person  start       end         category
                       Ana     2025-03-03  2025-03-04  vacation
    """
    left = asked_on("2025-06-30").state("leave_balance_days", "2025-06-30", DAY)
    assert left.by("category") == {"Vacation": 23}
