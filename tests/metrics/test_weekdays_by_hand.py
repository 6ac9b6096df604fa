"""What falls on the Mondays, Tuesdays … of a period, worked by hand; and how a reader is told of unlike numbers."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from assistant.agency.periods import Period
from assistant.answers.table import arrange
from assistant.answers.uneven import weekdays
from assistant.calculation import calculate
from assistant.metrics.catalogue import METRICS
from assistant.query import Filter, Query
from assistant.verification import Verified, verify
from tests.agency_notation import agency
from tests.fakes import FakeView, authorised, facts

if TYPE_CHECKING:
    from assistant.permissions.view import View

TODAY = date(2026, 6, 17)
TABLES = agency("""
    people         person  start
                   Ana     2024-01-01
                   Ben     2024-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2024-01-01  8    8    8    8    8
                   Ben     2024-01-01  6    6    6    6    0
    absences       absence  person  start       end         status    category
                   a        Ana     2026-05-08  2026-05-11  approved  vacation
    projects       project  kind
                   Site     client
    time_entries   person  project  date        hours  status
                   Ana     Site     2026-05-04  7      approved
                   Ana     Site     2026-05-18  2.5    approved
                   Ben     Site     2026-05-11  6      draft
                   Ben     Site     2026-05-12  4      approved
                   Ben     Site     2026-05-16  1      approved
                   Ben     Site     2026-05-19  8      rejected
""")
MAY = Period(date(2026, 5, 1), date(2026, 5, 31), "May")


def told(metric: str, **asked: object) -> dict[tuple[str | None, ...], Fraction | None]:
    """The rows of a metric, which both witnesses agree on."""
    query = Query((metric,), MAY, **asked)  # type: ignore[arg-type]
    allowed, given = authorised(query, TABLES), facts(query, TABLES, TODAY)
    result = calculate(allowed, given)
    assert isinstance(verify(result, allowed, given), Verified)
    return {group.key: group.cells[0].value for group in result.groups} or {(): result.total.cells[0].value}


def test_each_weekday_has_what_falls_on_it_whichever_week() -> None:
    assert told("tracked_hours", by=("weekday",)) == {
        ("Monday",): Fraction("15.5"),
        ("Tuesday",): 4,
        ("Saturday",): 1,
    }
    assert told("absence_days", by=("weekday",)) == {("Friday",): 1, ("Monday",): 1}
    # May 2026 has five Fridays and four of the other working days; Ana is away on one Friday and one Monday.
    assert told("available_hours", by=("weekday",)) == {
        ("Monday",): 4 * 14 - 8,
        ("Tuesday",): 56,
        ("Wednesday",): 56,
        ("Thursday",): 56,
        ("Friday",): 5 * 8 - 8,
        ("Saturday",): 0,
        ("Sunday",): 0,
    }


def test_only_some_weekdays_or_all_but_those() -> None:
    mondays = Filter("weekday", ("Monday",), ("Monday",))
    assert told("tracked_hours", where=(mondays,)) == {(): Fraction("15.5")}
    assert told("tracked_hours", where=(Filter("weekday", ("Monday",), ("Monday",), negated=True),)) == {(): 5}
    assert told("tracked_hours", by=("person",), where=(mondays,)) == {("Ana",): Fraction("9.5"), ("Ben",): 6}


def test_they_stand_in_the_order_of_the_week() -> None:
    query = Query(("tracked_hours",), MAY, by=("person", "weekday"))
    result = calculate(authorised(query, TABLES), facts(query, TABLES, TODAY))

    table = arrange(result, cast("View", FakeView(TABLES)))

    assert [row.labels for row in table.rows] == [
        ("Ana", "Monday"),
        ("Ben", "Monday"),
        ("Ben", "Tuesday"),
        ("Ben", "Saturday"),
    ]


def test_a_period_with_more_of_some_says_so_and_a_share_needs_no_word() -> None:
    hours, share = METRICS["tracked_hours"], METRICS["billability"]
    by = Query(("tracked_hours",), MAY, by=("weekday",))

    assert weekdays(by, (hours,), TODAY) == ("The period has more Fridays, Saturdays and Sundays than other weekdays.",)
    assert weekdays(by, (share,), TODAY) == ()
    assert weekdays(Query(("tracked_hours",), MAY, by=("day",)), (hours,), TODAY) == ()
    two_weeks = Period(date(2026, 5, 4), date(2026, 5, 17), "two weeks")
    assert weekdays(Query(("tracked_hours",), two_weeks, by=("weekday",)), (hours,), TODAY) == ()
    # Of a running period only the days that have been: 1 to 17 June, a Wednesday.
    june = Period(date(2026, 6, 1), date(2026, 6, 30), "this month")
    said = weekdays(Query(("tracked_hours",), june, by=("weekday",)), (hours,), TODAY)
    assert said == ("The period has more Mondays, Tuesdays and Wednesdays than other weekdays.",)
