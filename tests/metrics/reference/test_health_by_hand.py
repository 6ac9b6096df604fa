"""How projects stand, with each reason worked by hand."""

from fractions import Fraction

from assistant.figures import MANY, Figure, Unit, show, to_json
from tests.agency_notation import AskedOn

BURN, LATE, OVER, THIN, SHEETS = 1, 2, 4, 8, 16
MONTH = ("2025-02-18", "2025-03-17")


def test_each_concern_is_one_reason_and_two_make_a_project_red(asked_on: AskedOn) -> None:
    """
    people         person  start       employment
                   Ana     2024-01-01  employee
                   Ben     2024-01-01  employee
                   Cy      2024-01-01  employee
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ben     2025-03-10  8    8    8    8    8
                   Cy      2025-03-17  8    8    8    8    8
    clients        client  name
                   acme    Acme
    projects       project  client  status
                   Calm     -       active
                   Fast     -       active
                   Late     -       on_hold
                   Over     -       active
                   Thin     -       active
                   Sheets   -       planned
                   Worst    acme    active
                   Past     -       done
    budgets        budget  project  type                start       end         amount  hours
                   fast    Fast     fixed               2025-03-01  2025-03-31  1000    10
                   over    Over     time_and_materials  2025-03-01  -           1000    -
                   past    Past     fixed               2025-03-01  2025-03-31  1000    10
    bill_rates     valid_from  hourly_rate
                   2024-01-01  100
    cost_rates     person  valid_from  hourly_cost
                   Ana     2024-01-01  60
    time_entries   person  project  date        hours  billable_hours
                   Ana     Fast     2025-03-04  6      6
                   Ana     Past     2025-03-04  6      6
                   Ana     Over     2025-03-04  5      5
                   Ana     Thin     2025-03-04  8      8
                   Ana     Worst    2025-03-04  8      8
                   Ben     Sheets   2025-03-10  8      0
                   Ben     Sheets   2025-03-11  8      0
                   Ben     Sheets   2025-03-12  8      0
                   Ben     Sheets   2025-03-13  8      0
    bookings       person  project  start       end         hours_per_day
                   Cy      Over     2025-03-18  2025-03-18  6
    tasks          task  project  kind       status  due
                   m1    Late     milestone  open    2025-03-10
                   m2    Worst    milestone  open    2025-03-10
                   m3    Calm     milestone  done    2025-03-10
                   m4    Calm     milestone  open    2025-03-17
                   m5    Calm     task       open    2025-03-10
    targets        metric  scope         start       value
                   margin  all           -           30
                   margin  project:Thin  2025-01-01  50
                   margin  client:acme   2025-01-01  45
                   margin  client:acme   2026-01-01  10
    """
    # Fast: 600 of 1000 used after 10 of 21 working days, 1.26. Over: 500 used and 600 booked against 1000. Thin and
    # Worst: 800 earned and 480 spent, 40 %. Ben filled in 32 of 40 hours. Due today is not overdue.
    agency = asked_on("2025-03-17")
    assert agency.measure("health", *MONTH, 1).by("project") == {
        "Fast": MANY + BURN,
        "Late": MANY + LATE,
        "Over": MANY + OVER,
        "Thin": MANY + THIN,
        "Sheets": MANY + SHEETS,
        "Worst": 2 * MANY + LATE + THIN,
    }
    assert agency.measure("health", *MONTH, 1).by("project", side="denominator").keys() == {
        "Calm", "Fast", "Late", "Over", "Thin", "Sheets", "Worst",
    }  # fmt: skip
    without = {"Fast": MANY + BURN, "Late": MANY + LATE, "Over": MANY + OVER, "Worst": MANY + LATE}
    assert agency.measure("health_of_work", *MONTH, 1).by("project") == without
    assert agency.measure("health_without_margin", *MONTH, 1).by("project") == without | {"Sheets": MANY + SHEETS}
    in_hours = {"Fast": MANY + BURN, "Late": MANY + LATE, "Worst": MANY + LATE, "Sheets": MANY + SHEETS}
    assert agency.measure("health_hours", *MONTH, 1).by("project") == in_hours
    # A lower limit for timesheets is met by 80 %.
    lenient = asked_on("2025-03-17", timesheet_threshold=800_000)
    assert "Sheets" not in lenient.measure("health", *MONTH, 1).by("project")


def test_health_is_a_colour_and_its_reasons() -> None:
    said = {
        0: "green",
        MANY + BURN: "amber: burning ahead of time",
        2 * MANY + LATE + THIN: "red: milestones overdue, margin below target",
        3 * MANY + BURN + OVER + SHEETS: (
            "red: burning ahead of time, budget forecast to be overrun, timesheets incomplete"
        ),
    }
    assert {value: show(Figure("health", Fraction(value), Unit.HEALTH)) for value in said} == said
    assert to_json(Figure("health", Fraction(MANY + LATE), Unit.HEALTH)) == "amber: milestones overdue"


def test_without_projects_no_project_is_in_bad_health(asked_on: AskedOn) -> None:
    """
    budgets        budget  project  type   start       end         amount  hours
                   fast    Fast     fixed  2025-03-01  2025-03-31  1000    10
    time_entries   person  project  date        hours
                   Ana     Fast     2025-03-03  9
    """
    for metric in ("health", "health_hours"):
        assert asked_on("2025-03-18").measure(metric, *MONTH, 1).rows == []
