"""The price of an hour, where a report has amounts: right to the cent, and never guessed from a zero."""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.connectors.pricing import Given, rate_of_billing
from ingest.connectors.values import hours_text, money_text
from tests.ingest.exports import CLOCKIFY, TOGGL, clockify, export, toggl
from tests.ingest.files import column, load

SECONDS = st.integers(1, 24 * 3600)
AMOUNTS = st.integers(0, 500_000)


@settings(max_examples=200)
@given(st.lists(st.tuples(SECONDS, AMOUNTS), min_size=1, max_size=30))
def test_amounts_come_back_to_the_cent_one_by_one_and_in_sum(entries: list[tuple[int, int]]) -> None:
    """Amounts in cents; a rate below one ten-thousandth an hour is none."""
    given = Given(
        rate=pa.array([""] * len(entries)),
        amount=pa.array([money_text(cents * 100) for _, cents in entries]),
        hours=pa.array([hours_text(seconds) for seconds, _ in entries]),
        currency=pa.array(["EUR"] * len(entries)),
        order=range(len(entries)),
        counts=[True] * len(entries),
    )
    rates = rate_of_billing(given, "file").rates.to_pylist()
    if not any(cents for _, cents in entries):
        assert rates == [""] * len(entries)
        return
    values = [Decimal(rate) * seconds / 3600 for rate, (seconds, _) in zip(rates, entries, strict=True)]
    half_a_cent = Decimal("0.005")
    for value, (_, cents) in zip(values, entries, strict=True):
        assert abs(value - Decimal(cents) / 100) < half_a_cent
    assert abs(sum(values) - Decimal(sum(cents for _, cents in entries)) / 100) < half_a_cent


def test_an_amount_beside_a_rate_of_zero_tells_the_rate(tmp_path: Path) -> None:
    made = [
        clockify(billable_rate="0.00", billable_amount="50.00", duration="00:30:00"),
        clockify(billable_rate="90.00"),
    ]
    load(tmp_path, export(tmp_path / "in" / "c.csv", CLOCKIFY, made))
    assert column(tmp_path, "time_entries", "billable_rate") == [1_000_000, 900_000]


def test_a_billable_entry_of_no_amount_is_free_where_others_have_one(tmp_path: Path) -> None:
    made = [toggl(amount="0.00"), toggl(amount="80.00"), toggl(amount=""), toggl(amount="80.00", billable="No")]
    load(tmp_path, export(tmp_path / "in" / "t.csv", TOGGL, made))
    assert sorted(map(str, column(tmp_path, "time_entries", "billable_rate"))) == ["0", "800000", "None", "None"]


def test_an_amount_without_hours_is_told(tmp_path: Path) -> None:
    made = [toggl(duration="00:00:00", amount="80.00"), toggl(amount="80.00")]
    report = load(tmp_path, export(tmp_path / "in" / "t.csv", TOGGL, made))
    assert "t.csv: 1 row with a billable amount but no hours: an hour has no price there." in report.notices
