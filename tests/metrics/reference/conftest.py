"""The agency in a test's own docstring."""

import pytest

from tests.agency_notation import AskedOn, Asking, agency


@pytest.fixture
def asked_on(request: pytest.FixtureRequest) -> AskedOn:
    """Call it with today (and settings) to ask the agency written in the docstring of the test."""
    tables = agency(request.function.__doc__)
    return lambda today, **settings: Asking(tables, today, settings)
