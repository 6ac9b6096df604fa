"""What is still to be approved, and who has no cost rate, stand beside the number; worked out by hand."""

from datetime import date

import pytest

from assistant.agency.periods import Period
from assistant.answers.answer import Answer
from assistant.ask import answer
from assistant.metrics.catalogue import METRICS
from assistant.metrics.reference import load
from assistant.query import Filter, Query, Question
from assistant.settings import Settings
from tests.agency_notation import agency
from tests.permissions.small_agency import view

TODAY = date(2025, 3, 10)
MARCH = Period(date(2025, 3, 1), date(2025, 3, 31), "that month")

# Ana has a price and a cost, Bo a price and no cost rate.
AGENCY = """
    people         person  name       start       employment  email
                   ana     "Ana Kos"  2025-01-01  employee    ana@x.co
                   bo      "Bo Lind"  2025-01-01  employee    bo@x.co
    working_hours  person  valid_from  mon tue wed thu fri
                   ana     2025-01-01  8   8   8   8   8
                   bo      2025-01-01  8   8   8   8   8
    clients        client  account_manager
                   acme    amy@x.co
    projects       project  client  project_manager  kind
                   site     acme    pia@x.co         client
    bill_rates     valid_from  hourly_rate  currency
                   2025-01-01  100          EUR
    cost_rates     person  valid_from  hourly_cost  currency
                   ana     2025-01-01  40           EUR
    time_entries   person  project  date        hours  billable_hours  status
                   ana     site     2025-03-03  8      8               approved
                   ana     site     2025-03-04  5      5               submitted
                   bo      site     2025-03-05  2      2               draft
                   bo      site     2025-03-06  3      3               rejected
                   bo      site     2025-03-07  6      6               approved
                   bo      site     2025-03-10  4      4               submitted
    absences       person  start       end         status    category
                   ana     2025-03-06  2025-03-06  approved  vacation
                   ana     2025-03-07  2025-03-07  pending   vacation
                   bo      2025-03-03  2025-03-04  pending   vacation
    deals          deal  client  value  start       end         expected_close
                   shop  acme    1000   2025-04-07  2025-04-11  2025-03-20
                   film  acme    2000   2025-04-07  2025-04-11  2025-03-20
    deal_roles     deal  job_title  hours
                   shop  Director   5
                   shop  Writer     7
"""
APPROVED_ONLY = Settings(approval_required=True)


def said(metric: str, *, role: str = "finance", settings: Settings | None = None, **parts: object) -> tuple[str, ...]:
    """The caveats of one metric over the agency above."""
    query = Query(tuple(metric.split()), MARCH, **parts)  # type: ignore[arg-type]
    found = answer(query, Question("", "", TODAY), view(role, agency(AGENCY), settings or Settings()))
    assert isinstance(found, Answer), found.text
    return found.caveats


def test_where_time_has_to_be_approved_money_says_how_much_is_not() -> None:
    """7 h: Ana's 5 and Bo's 2; what was rejected is gone, and today's 4 h are recognized tomorrow."""
    assert "+ 7 h pending: still to be approved, and left out." in said("revenue", settings=APPROVED_ONLY)
    assert not any("pending" in one for one in said("revenue"))
    assert not any("pending" in one for one in said("tracked_hours", settings=APPROVED_ONLY))


def test_pending_hours_are_those_of_the_question() -> None:
    only = (Filter("person", ("bo",), ("Bo Lind",)),)
    assert "+ 2 h pending: still to be approved, and left out." in said("revenue", settings=APPROVED_ONLY, where=only)


def test_absence_and_availability_say_what_is_still_to_be_decided() -> None:
    sentence = "+ 3 days of absence pending: still to be decided, and not counted as absence."
    assert sentence in said("absence_days")
    assert sentence in said("available_hours")
    assert not any("pending" in one for one in said("billable_utilization"))


def test_who_has_no_cost_rate_is_named_to_those_who_see_cost_by_person() -> None:
    """12 h: 2 not approved yet, 6, and the 4 of today."""
    assert "12 h of Bo Lind have no known cost rate and are left out of it." in said("labor_cost")


def test_who_has_no_cost_rate_is_not_named_to_those_who_see_sums_only() -> None:
    sentences = said("labor_cost", role="project_manager", by=("project",))
    assert not any("Bo Lind" in one for one in sentences)


def test_the_job_titles_of_a_deal_whose_cost_is_not_known_are_named() -> None:
    sentence = "12 h of Director and Writer have no known cost rate and are left out of it."
    assert sentence in said("deal_cost")
    assert sentence in said("deal_margin", by=("deal",))


@pytest.mark.parametrize("name", ["revenue", "margin", "budget_used", "unbilled", "profit"])
def test_metrics_of_prices_listen_to_approval(name: str) -> None:
    assert load(name).listens_to_approval


def test_hours_and_capacity_do_not_listen_to_approval() -> None:
    hours = ("tracked_hours", "billable_hours", "billability", "available_hours", "billable_utilization", "cost")
    assert not any(load(name).listens_to_approval for name in hours if name in METRICS)
