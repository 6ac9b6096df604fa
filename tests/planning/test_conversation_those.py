"""Follow-ups about both, each or the first of what was told: the filter, and the rows that were picked, stay."""

import pytest

from tests.planning.test_conversation import talk

TWO = "hours for Acme and Northwind last month"
BOTH = "client = Acme Corp + Northwind | 2026-09-01..2026-09-30"
TOP = "top 5 clients by revenue this year"


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        (TWO, "both of them by week", f"tracked_hours | week | {BOTH}"),
        (TWO, "margin of both of them", f"margin |  | {BOTH}"),
        (TWO, "margin for each of them", f"margin | client | {BOTH}"),
        (TWO, "and each of them by month", f"tracked_hours | month, client | {BOTH}"),
        (
            "hours by client last month",
            "revenue for all of them",
            "revenue | client |  | 2026-09-01..2026-09-30",
        ),
        (TOP, "hours for each of them", "revenue, tracked_hours | client |  | 2026-01-01..2026-12-31 | desc 5"),
        (TOP, "margin of these", "revenue, margin | client |  | 2026-01-01..2026-12-31 | desc 5"),
        (
            "hours by client last month",
            "only the first two",
            "tracked_hours | client |  | 2026-09-01..2026-09-30 | desc 2",
        ),
        ("hours by month this year", "the first 3", "tracked_hours | month |  | 2026-01-01..2026-12-31 | 3"),
        (
            "which clients have the lowest margin this year",
            "just the first three of them",
            "margin | client |  | 2026-01-01..2026-12-31 | asc 3",
        ),
    ],
)
def test_what_was_talked_about_stays(first: str, then: str, expected: str) -> None:
    assert talk(first, then) == (expected,)


def test_what_stands_in_no_table_with_the_rows_that_were_picked_is_said() -> None:
    [said] = talk(TOP, "budget left of each of them")
    assert said.startswith("unsupported: That cannot be told in one table with what these were picked by.")


def test_each_of_them_can_be_nobody_a_measure_is_not_told_by() -> None:
    [said] = talk(TWO, "utilization for each of them")
    assert said.startswith("unsupported: Utilization belongs to people")
