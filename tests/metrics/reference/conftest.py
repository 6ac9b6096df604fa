"""The agency in a test's own docstring, asked of both witnesses: each hand-worked figure must come from each."""

import pytest

from tests.agency_notation import AskedOn, Asking, Witness, agency, slices
from tests.metrics.witnesses import pandas_slices

WITNESSES: dict[str, Witness] = {"sql": slices, "pandas": pandas_slices}


@pytest.fixture(params=sorted(WITNESSES))
def asked_on(request: pytest.FixtureRequest) -> AskedOn:
    """Call it with today (and settings) to ask the agency written in the docstring of the test."""
    tables = agency(request.function.__doc__)
    witness = WITNESSES[request.param]

    def ask(today: str, **settings: object) -> Asking:
        return Asking(tables, today, settings, witness)

    return ask
