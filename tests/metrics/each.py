"""The metrics a test is held over one by one, each where the other tests of it run: what is worked out serves all."""

from collections.abc import Iterable
from typing import Any

import pytest


def each(names: Iterable[str]) -> list[Any]:
    """A case for each metric, all those of one metric in the same process."""
    return [pytest.param(one, marks=pytest.mark.xdist_group(one)) for one in names]
