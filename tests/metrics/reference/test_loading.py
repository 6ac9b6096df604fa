"""The reference SQL as files: each says what it stands for, and finds the views it uses."""

from importlib.resources import files

import pytest

from assistant.errors import MetricError
from assistant.metrics.reference import load

HERE = files("assistant.metrics.reference")
METRICS = sorted(one.name.removesuffix(".sql") for one in HERE.iterdir() if one.name.endswith(".sql"))
VIEWS = {one.name.removesuffix(".sql") for one in (HERE / "views").iterdir()}


@pytest.mark.parametrize("metric", METRICS)
def test_a_reference_opens_with_the_rule_it_stands_for_and_is_one_select(metric: str) -> None:
    select = load(metric).select
    first = select.removeprefix(select[: select.index("\n") + 1] if select.startswith("-- uses:") else "")
    assert first.startswith('-- "')
    assert ";" not in "".join(line for line in select.splitlines() if not line.startswith("--"))


@pytest.mark.parametrize("metric", METRICS)
def test_a_view_comes_after_the_views_it_uses(metric: str) -> None:
    seen: set[str] = set()
    for name, sql in load(metric).views:
        if sql.startswith("-- uses:"):
            assert set(sql.splitlines()[0].removeprefix("-- uses:").replace(" ", "").split(",")) <= seen
        seen.add(name)


def test_no_view_is_left_that_no_metric_uses() -> None:
    assert {name for metric in METRICS for name, _ in load(metric).views} == VIEWS


def test_a_metric_without_reference_says_which_file_to_write() -> None:
    with pytest.raises(MetricError) as told:
        load("happiness")
    assert str(told.value) == (
        "There is no reference SQL at assistant/metrics/reference/happiness.sql. Write it from the glossary."
    )
