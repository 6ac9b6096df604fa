"""Tasks, milestones and how stale a project is, against figures worked by hand."""

from fractions import Fraction

import pytest

from tests.agency_notation import AskedOn


def test_cancelled_tasks_and_milestones_are_no_tasks(asked_on: AskedOn) -> None:
    """
    tasks  task    project  kind       status       due         done        assignee  depends_on
           one     Site     task       open         2025-03-11  -           Ana       -
           two     Site     task       in_progress  2025-03-12  -           Ben       "one;gone"
           three   Site     task       done         2025-03-05  2025-03-05  Ana       one
           four    Site     task       done         2025-03-05  2025-03-06  Ana       -
           five    Site     task       cancelled    2025-03-01  -           Ana       one
           six     Blog     task       open         -           -           -         "three; five"
           seven   Blog     task       done         -           2025-03-07  Cid       -
           eight   Blog     task       done         2025-03-20  -           Cid       -
           nine    Blog     task       open         2025-03-30  -           Cid       "six ; late"
           late    Blog     milestone  open         2025-03-10  -           -         -
           met     Blog     milestone  done         2025-03-03  2025-03-04  -         -
           off     Blog     milestone  cancelled    2025-03-04  -           -         -
           next    Blog     milestone  in_progress  2025-03-20  -           -         one
           some    Blog     milestone  open         -           -           -         -
    """
    agency = asked_on("2025-03-12")
    # Open: one, two, six, nine. Overdue before today, the 12th: one. As of the 11th it is only due; later: one.
    assert set(agency.state("open_tasks", "2025-03-31", scale=1).by("task")) == {"one", "two", "six", "nine"}
    assert agency.state("open_tasks", "2025-03-31", scale=1).by("person") == {"Ana": 1, "Ben": 1, "Cid": 1, None: 1}
    assert agency.state("overdue_tasks", "2025-03-31", scale=1).by("task", "person") == {("one", "Ana"): 1}
    assert agency.state("overdue_tasks", "2025-03-12", scale=1).total() == 1
    assert agency.state("overdue_tasks", "2025-03-11", scale=1).total() == 0
    # Completed in March: three, four, seven; eight was done on no known day. On time: three of three and four.
    done = agency.measure("completed_tasks", "2025-03-01", "2025-03-31", scale=1)
    assert done.by("task") == {"three": 1, "four": 1, "seven": 1}
    assert agency.measure("completed_tasks", "2025-03-06", "2025-03-06", scale=1).by("person") == {"Ana": 1}
    on_time = agency.measure("on_time_rate", "2025-03-01", "2025-03-31", scale=1)
    assert on_time.total("denominator") == 2
    assert on_time.ratio() == Fraction(1, 2)
    # two waits for one (gone is no task), nine for six; six only for what is done or cancelled. next is no task.
    assert agency.state("blocked_tasks", "2025-03-31", scale=1).by("task") == {"two": 1, "nine": 1}
    # Milestones of March, cancelled out; slipped: not done and due before today.
    due = agency.measure("milestones_due", "2025-03-01", "2025-03-31", scale=1)
    assert due.by("task", "day") == {("late", "2025-03-10"): 1, ("met", "2025-03-03"): 1, ("next", "2025-03-20"): 1}
    assert agency.measure("milestones_slipped", "2025-03-01", "2025-03-31", scale=1).by("task") == {"late": 1}
    assert asked_on("2025-03-10").measure("milestones_slipped", "2025-03-01", "2025-03-31", scale=1).total() == 0


def test_how_far_a_project_is_and_what_is_left_of_it(asked_on: AskedOn) -> None:
    """
    tasks         task    project  kind       status       done        estimate  remaining  percent_complete
                  one     Site     task       open         -           10        -          50
                  two     Site     task       in_progress  -           8         2          -
                  three   Site     task       done         2025-03-05  4         9          -
                  four    Site     task       done         2025-03-06  0         -          -
                  five    Site     task       cancelled    -           100       100        100
                  six     Blog     task       open         -           -         -          90
                  seven   Blog     task       done         2025-03-07  2         -          80
                  eight   Site     task       done         -           2         -          -
                  nine    Blog     task       open         -           3         -          -
                  ten     Blog     task       open         -           -         1.5        -
                  goal    Site     milestone  open         -           40        40         -
    time_entries  person  project  task   service  date        hours  status
                  Ana     Site     one    -        2025-03-03  4      approved
                  Ben     Site     one    design   2025-03-12  2      draft
                  Ana     Site     one    -        2025-03-04  9      rejected
                  Ana     Site     one    -        2025-03-20  5      approved
                  Ana     Site     two    -        2025-03-03  30     approved
                  Ana     Site     three  -        2025-02-20  4      approved
                  Ana     Site     three  -        2025-03-11  1      approved
                  Ana     Blog     nine   -        2025-03-03  5      approved
                  Ana     Site     -      -        2025-03-03  1.5    approved
    services      service  budget
                  design   sold
    """
    agency = asked_on("2025-03-12")
    # Site: 50 % of 10, 0 of 8, all of 4 and of 2 (done without a percentage): 11 of 24. Blog: 80 % of 2, 0 of 3.
    # No estimate weighs nothing, nor does five, cancelled, or the milestone.
    far = agency.state("percent_complete", "2025-03-12", 3600 * 1_000_000)
    assert far.by("project") == {"Site": 11, "Blog": Fraction("1.6")}
    assert far.by("project", side="denominator") == {"Site": 24, "Blog": 5}
    # one: 10 - 6 tracked by today; two: the 2 that are given, though 30 of 8 are gone; nine: 5 of 3 gone: 0;
    # ten: 1.5 without an estimate; six: nothing is known.
    left = agency.state("hours_to_complete", "2025-03-12", 3600)
    assert left.by("task") == {"one": 4, "two": 2, "ten": Fraction("1.5")}
    assert {row["task_id"] for row in left.rows} == {"one", "two", "nine", "ten"}
    # And all tracked: Site 6 + 30 + 5 + 1.5, Blog 5.
    whole = agency.state("hours_at_completion", "2025-03-12", 3600)
    assert whole.by("project") == {"Site": 6 + Fraction("42.5"), "Blog": Fraction("1.5") + 5}
    assert whole.by("service")["design"] == 2
    # Done in March with an estimate: three, 5 tracked (some in February) on 4; seven, none on 2.
    accuracy = agency.measure("estimate_accuracy", "2025-03-01", "2025-03-31")
    assert accuracy.by("task") == {"three": 5}
    assert accuracy.by("task", side="denominator") == {"three": 4, "seven": 2}
    assert accuracy.ratio() == Fraction(5, 6)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-03-12", {"Site": 7, "Blog": 4, "Plan": 10, "Goal": 2}),
        ("2025-03-31", {"Site": 7, "Blog": 4, "Plan": 10, "Goal": 2}),
        ("2025-03-06", {"Site": 1, "Blog": 33, "Plan": 4, "Goal": 6}),
    ],
)
def test_a_project_is_as_stale_as_its_last_trace_is_old(asked_on: AskedOn, on: str, expected: dict[str, int]) -> None:
    """
    projects      project  status   start
                  Site     active   2025-01-01
                  Blog     on_hold  2025-01-01
                  Plan     planned  2025-03-02
                  Goal     active   2025-02-28
                  Past     done     2025-01-01
                  Next     planned  2025-04-01
                  Void     active   -
    tasks         task  project  kind       status  start       done
                  a     Blog     task       done    2025-01-15  2025-03-08
                  b     Goal     milestone  open    2025-03-10  -
                  c     Goal     task       open    2025-03-20  -
                  d     Past     task       open    2025-03-10  -
    time_entries  person  project  date        hours  status
                  Ana     Site     2025-02-10  1      approved
                  Ana     Site     2025-03-05  1      draft
                  Ana     Site     2025-03-11  1      rejected
                  Ana     Site     2025-03-20  1      approved
                  Ana     Blog     2025-02-01  1      approved
    """
    # Today is the 12th, and a later date asked about changes nothing. Site: the entry of the 5th (rejected and
    # later ones are no trace). Blog: done on the 8th; on the 6th the entry of 1 February, 33 days before. Plan:
    # none, so from its start. Goal: begun on the 10th; on the 6th from its start, 28 February. Next has not
    # started; of Void nothing is known.
    stale = asked_on("2025-03-12").state("staleness_days", on, scale=1)
    assert stale.by("project") == expected
    assert stale.by("project", side="denominator") == dict.fromkeys(expected, 1)
