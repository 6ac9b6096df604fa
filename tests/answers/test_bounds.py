"""Between what an answer lies once the missing hours are in, worked out by hand."""

from datetime import date
from fractions import Fraction

import pytest

from assistant.agency.periods import Period
from assistant.answers.answer import Answer, Reply
from assistant.ask import answer
from assistant.query import Filter, Plan, Query, Question, Turn
from tests.agency_notation import agency
from tests.permissions.small_agency import view

WEEK = Period(date(2025, 3, 3), date(2025, 3, 7), "that week")
TODAY = date(2025, 3, 10)

# Ana owes 8 h on Friday and 2 h on Thursday, Bo 4 h on Monday; Cy is a contractor and owes none.
AGENCY = """
    people         person  name  start       team    employment  email
                   ana     Ana   2025-01-01  Design  employee    ana@x.co
                   bo      Bo    2025-01-01  Build   employee    bo@x.co
                   cy      Cy    2025-01-01  Build   contractor  cy@x.co
    working_hours  person  valid_from  mon tue wed thu fri
                   ana     2025-01-01  8   8   8   8   8
                   bo      2025-01-01  8   -   -   -   -
                   cy      2025-01-01  8   8   8   8   8
    clients        client  account_manager
                   acme    amy@x.co
    projects       project  client  project_manager  kind
                   site     acme    pia@x.co         client
                   inside   -       pia@x.co         internal
    time_entries   person  project  date        hours  billable_hours
                   ana     site     2025-03-03  10     6
                   ana     site     2025-03-04  8      8
                   ana     inside   2025-03-05  8      0
                   ana     site     2025-03-06  6      6
                   bo      site     2025-03-03  4      2
"""


def asked(
    metric: str, *, role: str = "coordinator", notation: str = AGENCY, period: Period = WEEK, **parts: object
) -> Answer:
    """The answer to one metric over the small agency above."""
    query = Query(tuple(metric.split()), period, **parts)  # type: ignore[arg-type]
    found = answer(query, Question("", "", TODAY), view(role, agency(notation)))
    assert isinstance(found, Answer), found.text
    return found


def only(field: str, *ids: str, negated: bool = False) -> tuple[Filter, ...]:
    return (Filter(field, ids, ids, negated),)


@pytest.mark.parametrize(
    ("metric", "low", "high"),
    [
        ("tracked_hours", Fraction(36 + 14), Fraction(36 + 14)),
        ("billable_hours", Fraction(22), Fraction(22 + 14)),
        ("non_billable_hours", Fraction(6), Fraction(6 + 14)),
        ("billability", Fraction(22, 50), Fraction(36, 50)),
        ("billable_utilization", Fraction(22, 88), Fraction(36, 88)),
        ("total_utilization", Fraction(50, 88), Fraction(50, 88)),
        ("client_utilization", Fraction(28, 88), Fraction(42, 88)),
    ],
)
def test_the_missing_hours_are_all_unbillable_or_all_billable(metric: str, low: Fraction, high: Fraction) -> None:
    bounds = asked(metric).bounds
    assert bounds is not None
    assert (bounds.low.value, bounds.high.value) == (low, high)
    assert bounds.because == "14 missing hours"


def test_the_caveat_says_what_is_missing_and_between_what_the_answer_would_lie() -> None:
    assert asked("billability").caveats == ("14 h are missing; with them it would lie between 44 % and 72 %.",)
    assert asked("tracked_hours").caveats == ("14 h are missing; with them it would be 50 h.",)


def test_beside_other_metrics_the_caveat_names_the_one_it_is_about() -> None:
    said = asked("billability tracked_hours").caveats
    assert said == ("14 h are missing; with them billable share would lie between 44 % and 72 %.",)


def test_the_bounds_are_of_the_people_asked_about() -> None:
    design = asked("billable_hours", where=only("team", "Design")).bounds
    build = asked("billable_hours", where=only("team", "Design", negated=True)).bounds
    bo = asked("billable_hours", where=only("person", "bo")).bounds
    assert design is not None
    assert build is not None
    assert (design.missing.value, build.missing.value) == (Fraction(10), Fraction(4))
    assert bo is not None
    assert (bo.low.value, bo.high.value) == (Fraction(2), Fraction(6))


def test_the_bounds_are_of_the_days_asked_about_and_no_later_than_yesterday() -> None:
    monday = asked("billable_hours", period=Period(date(2025, 3, 3), date(2025, 3, 3), "Monday")).bounds
    running = asked("billable_hours", period=Period(date(2025, 3, 6), date(2025, 3, 31), "the rest")).bounds
    assert monday is not None
    assert monday.missing.value == 4
    assert running is not None
    assert running.missing.value == 10


@pytest.mark.parametrize(
    "parts",
    [
        {"where": only("person", "cy")},
        {"where": only("client", "acme")},
        {"where": only("project", "site")},
        {"period": Period(date(2025, 3, 4), date(2025, 3, 5), "two full days")},
        {"period": Period(date(2025, 4, 1), date(2025, 4, 30), "next month")},
        {"period": Period(None, date(2025, 3, 7), "to date")},
    ],
    ids=["contractor", "client", "project", "nothing missing", "not yet", "without a beginning"],
)
def test_there_are_no_bounds_where_none_can_be_told(parts: dict[str, object]) -> None:
    given = asked("tracked_hours", **parts)  # type: ignore[arg-type]
    assert given.bounds is None
    assert not [one for one in given.caveats if "missing" in one]


def test_metrics_that_are_no_hours_worked_have_no_bounds() -> None:
    assert asked("available_hours").bounds is None
    assert asked("missing_hours").bounds is None


def test_where_rows_are_cut_away_and_no_total_is_shown_there_are_no_bounds() -> None:
    assert asked("billable_hours", by=("person",), limit=1).bounds is None
    assert asked("billable_hours", by=("person",)).bounds is not None


def test_whoever_may_not_see_capacity_gets_no_bounds_and_hears_of_no_missing_hours() -> None:
    given = asked("tracked_hours", role="account_manager")
    assert given.bounds is None
    assert not [one for one in given.caveats if "missing" in one]


def test_a_member_gets_the_bounds_of_their_own_hours() -> None:
    bounds = asked("billable_hours", role="member").bounds
    assert bounds is not None
    assert (bounds.low.value, bounds.high.value) == (Fraction(20), Fraction(30))


def test_hours_beside_money_of_own_projects_only_have_no_bounds() -> None:
    beside = asked("tracked_hours revenue", role="project_manager", notation=f"{AGENCY}{A_RATE}")
    assert beside.bounds is None
    assert asked("tracked_hours", role="project_manager").bounds is not None


A_RATE = """
    bill_rates     valid_from  hourly_rate
                   2025-01-01  100
"""


def test_the_json_has_bounds_as_ratios_and_null_without() -> None:
    assert in_json(asked("billable_utilization")) == {
        "low": 0.25,
        "high": 0.4090909091,
        "because": "14 missing hours",
    }
    assert in_json(asked("available_hours")) is None


def in_json(given: Answer) -> object:
    seen = given.verified.result.query
    question = Question("", "", TODAY)
    reply = Reply(question, "", "", (given,), Plan((seen,)), Turn(), view("coordinator"))
    return reply.to_json()["bounds"]
