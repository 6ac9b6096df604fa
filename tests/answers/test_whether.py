"""Questions for yes or no about a place among others, and about how far something moved."""

from pathlib import Path

import pytest

from assistant.permissions.house import House
from tests.answers.demo_asked import answered


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def test_the_place_of_a_client_is_that_of_its_row_among_all(house: House) -> None:
    rows = [row.labels[0] for row in answered(house, "clients by revenue last quarter, highest first").table.rows]

    assert "Yes: " in answered(house, f"is {rows[2]} in the top 5 clients last quarter").text
    assert (
        f"{rows[6]} stands at place 7 of {len(rows)}"
        in answered(house, f"is {rows[6]} in the top 5 clients last quarter").text
    )
    assert f"No: {rows[1]} " in answered(house, f"is {rows[1]} our biggest client last quarter").text


def test_whether_it_moved_so_far_is_said_with_how_far_it_did(house: House) -> None:
    moved = answered(house, "did revenue fall by 1 % last month").text
    too_far = answered(house, "did revenue fall by 99 % last month").text

    assert ("Yes: it went down by" in moved) is ("down from" in moved)
    assert too_far.endswith("and not by at least 99 %.") or "No: it went up by" in too_far
