"""Both witnesses of a metric over the tables of a small agency: the pandas function and the reference SQL."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from assistant.facts import to_pandas
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Asked, Metric


@dataclass(frozen=True)
class Rows:
    """The columns a metric declares to read, of every table it reads, and nothing else."""

    tables: Mapping[str, pa.Table]
    metric: Metric
    asked: Asked

    def frame(self, table: str) -> pd.DataFrame:
        """The declared columns of one table; asking for an undeclared table is a fault."""
        columns = dict.fromkeys([*self.metric.reads.get(table, ()), *self.metric.looks_at.get(table, ())])
        assert columns, f"{self.metric.name} does not declare to read {table}"
        return to_pandas(self.tables[table].select(list(columns)))


def pandas_slices(name: str, tables: Mapping[str, pa.Table], asked: Asked) -> pd.DataFrame:
    """The slices of the pandas function."""
    metric = METRICS[name]
    return metric.compute(Rows(tables, metric, asked))
