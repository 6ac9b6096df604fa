"""What a metric cannot do without: with a timesheet alone nothing is told for 0, or for green."""

import pytest

from assistant.metrics.catalogue import METRICS

OF_A_TIMESHEET = {"time_entries", "projects", "clients", "people"}


@pytest.mark.parametrize(
    "metric",
    ["revenue", "confirmed_revenue", "projected_revenue", "average_billable_rate", "health", "health_hours", "margin"],
)
def test_a_timesheet_alone_is_not_enough_for_money_and_health(metric: str) -> None:
    assert any(not set(need.split(" or ")) & OF_A_TIMESHEET for need in METRICS[metric].needs)
