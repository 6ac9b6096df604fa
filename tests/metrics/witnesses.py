"""The pandas witness over the tables of a small agency, in the same notation as the reference SQL."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa

from assistant.facts import to_pandas
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Asked, Metric
from tests.fakes import once


@dataclass(frozen=True)
class Rows:
    """The columns a metric declares to read, of every table it reads, and nothing else."""

    tables: Mapping[str, pa.Table]
    metric: Metric
    asked: Asked
    worked_out: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def frame(self, table: str) -> pd.DataFrame:
        """The declared columns of one table; asking for an undeclared table is a fault."""
        columns = dict.fromkeys([*self.metric.reads.get(table, ()), *self.metric.looks_at.get(table, ())])
        assert columns, f"{self.metric.name} does not declare to read {table}"
        return to_pandas(self.tables[table].select(list(columns)), once)


def pandas_slices(
    metric: str, tables: Mapping[str, pa.Table], first_day: str, last_day: str, today: str, **settings: object
) -> list[dict[str, Any]]:
    """The slices the pandas function returns, uncut, by day and entry."""
    days = Asked(date.fromisoformat(first_day), date.fromisoformat(last_day), date.fromisoformat(today))
    changed: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in settings.items()}
    asked = replace(days, **changed)
    frame = METRICS[metric].compute(Rows(tables, METRICS[metric], asked))
    rows = [{str(name): _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]
    return sorted(rows, key=lambda row: (row["day"], row.get("entry_id") or ""))


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell of any kind
    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if not isinstance(value, str) and pd.isna(value) else value
