"""Both calculations agree on the cases chance seldom makes, and where whole tables were never uploaded."""

import pytest

from assistant.metrics.catalogue import METRICS
from assistant.query import Query
from tests.agreement import Count, ask
from tests.fakes import KeepingView
from tests.mutation.cases import WHOLE
from tests.random_agency import settings_of
from tests.random_agency_rare import NOT_UPLOADED, bare, rare_agency

RARE = KeepingView(rare_agency(0), settings_of(0), key="rare cases")
BARE = [KeepingView(bare(seed), settings_of(seed), key=f"bare {seed}") for seed in range(len(NOT_UPLOADED))]


NAMES = list(METRICS)
"""Every other metric is asked of rare cases, those between of what lacks tables; `tests.agreement` asks all of all."""


@pytest.mark.parametrize("metric", NAMES[::2])
def test_rare_cases_are_counted_the_same_twice(metric: str) -> None:
    by = tuple(one for one in METRICS[metric].by if one in ("day", "project", "budget", "person", "deal"))[:2]
    assert counted(metric, RARE, by).differing == 0


@pytest.mark.parametrize("metric", NAMES[1::2])
def test_what_was_never_uploaded_is_missing_in_both_calculations(metric: str) -> None:
    view = BARE[NAMES.index(metric) // 2 % (len(BARE) - 1)]
    assert counted(metric, view, METRICS[metric].by[:1]).differing == 0


@pytest.mark.parametrize("metric", NAMES)
def test_where_nothing_was_uploaded_nothing_is_counted(metric: str) -> None:
    assert counted(metric, BARE[-1], METRICS[metric].by[:1]).differing == 0


def counted(metric: str, view: KeepingView, by: tuple[str, ...]) -> Count:
    count = Count()
    ask(Query((metric,), WHOLE, by=by, every_item=True), view, count)
    return count
