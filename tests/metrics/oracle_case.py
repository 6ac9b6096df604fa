"""An agency made by chance, its settings, and both witnesses: what the three hands are held against each other on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

import pyarrow as pa
from hypothesis import settings as hypothesis_settings

from tests.agency_notation import Witness, slices
from tests.metrics.oracle import Oracle
from tests.metrics.oracle_books import Books
from tests.metrics.witnesses import pandas_slices
from tests.random_agency import TODAY, random_agency, settings_of

EXPLORED = hypothesis_settings.get_current_profile_name() == "explore"
"""Whether to look further than every run does: pytest --hypothesis-profile=explore."""

WITNESSES: Mapping[str, Witness] = {"sql": slices, "pandas": pandas_slices}


@dataclass(frozen=True)
class Case:
    """Some tables, the day they are looked at, and the settings in force."""

    tables: Mapping[str, pa.Table]
    today: date
    settings: Mapping[str, Any]

    @cached_property
    def oracle(self) -> Oracle:
        """The third hand over these tables; it needs no length of a week."""
        return Oracle(
            Books(self.tables, self.today, **{k: v for k, v in self.settings.items() if k != "full_time_week"})
        )

    def slices(self, witness: Witness, metric: str, first: date, last: date) -> list[dict[str, Any]]:
        """The slices of a witness, uncut."""
        asked = (first.isoformat(), last.isoformat(), self.today.isoformat())
        return witness(metric, dict(self.tables), *asked, **self.settings)


@cache
def by_chance(seed: int) -> Case:
    """The agency of a seed, under its settings."""
    chosen = settings_of(seed)
    settings = {
        "approval_required": chosen.approval_required,
        "fixed_price_recognition": chosen.fixed_price_recognition,
        "full_time_week": chosen.full_time_week_seconds,
    }
    return Case(random_agency(seed), TODAY, settings)
