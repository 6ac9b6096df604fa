"""The agencies made by chance as views that keep what is calculated of them: once for all tests of a process."""

from functools import cache

from tests.fakes import KeepingView
from tests.random_agency import random_agency, settings_of


@cache
def kept_agency(seed: int) -> KeepingView:
    """The agency of a seed under its settings, whose slices are worked out once for all questions."""
    return KeepingView(random_agency(seed), settings_of(seed), key=f"agency by chance {seed}")
