"""The shape every metric hands over: one row per smallest additive piece."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from assistant.metrics.definition import MetricFacts, once

IDS = (
    "person_id",
    "project_id",
    "budget_id",
    "service_id",
    "task_id",
    "deal_id",
    "client_id",
    "invoice_id",
    "absence_id",
    "category",
    "vendor",
    "entry_id",
    "job_title",
    "ageing",
)
MANY = 1_000
"""Rows of which nothing is kept as plain objects, which take eight bytes each."""

COLUMNS = ("day", *IDS, "currency", "numerator", "denominator", "unknown", "component")


def slices(
    frame: pd.DataFrame, numerator: "pd.Series[Any] | int" = 0, denominator: "pd.Series[Any] | int" = 0
) -> pd.DataFrame:
    """The columns of `frame` that belong to a slice, with both sides of the metric."""
    made = frame[[name for name in COLUMNS if name in frame.columns]]
    made["numerator"] = numerator
    made["denominator"] = denominator
    return made


def together(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """All parts under each other; a column one part lacks is blank there."""
    names = [name for name in COLUMNS if any(name in part.columns for part in parts)]
    full = [part.reindex(columns=names) for part in parts if len(part)] or [parts[0].reindex(columns=names)]
    made = pd.concat([_plain(part) for part in full], ignore_index=True)
    for side in ("numerator", "denominator", "unknown"):
        if side in made.columns:
            made[side] = made[side].fillna(0)
            if made[side].dtype != object:
                made[side] = made[side].astype(np.int64)
    made["day"] = made["day"].astype("datetime64[s]")
    return made


def _plain(part: pd.DataFrame) -> pd.DataFrame:
    """Categoricals of different tables do not mix: ids become plain objects here, None where there is none."""
    texts = {*IDS, "currency", "component"}
    other = {
        name: _blanks_as_none(part[name])
        for name, dtype in zip(part.columns, part.dtypes.array, strict=True)
        if name in texts and not isinstance(dtype, pd.CategoricalDtype)
    }
    return known(part).assign(**other)


def _blanks_as_none(column: "pd.Series[Any]") -> "pd.Series[Any]":
    values = column.to_numpy(dtype=object, copy=True)
    values[pd.isna(values)] = None
    return pd.Series(values, index=column.index, dtype=object)


def known(frame: pd.DataFrame, **columns: str) -> pd.DataFrame:
    """The frame with id columns as plain objects (None where blank) and, renamed, other columns."""
    renamed = frame.set_axis([columns.get(name, name) for name in frame.columns], axis=1) if columns else frame
    kinds = zip(renamed.columns, renamed.dtypes.array, strict=True)
    texts = [name for name, dtype in kinds if isinstance(dtype, pd.CategoricalDtype)]
    return renamed.assign(**{name: _objects(renamed[name]) for name in texts})


def known_rows(facts: MetricFacts, table: str) -> pd.DataFrame:
    """The same of a whole table, whose ids are looked at once where they are not so many that they take room."""
    frame = facts.frame(table)
    if len(frame) > MANY:
        return known(frame)
    return once(facts, ("known", table), lambda: known(frame)).copy(deep=False)


def _objects(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """A categorical as plain objects, each distinct text looked at once."""
    coded = column.array
    assert isinstance(coded, pd.Categorical)  # noqa: S101 - for the type checker
    texts = np.empty(len(coded.categories) + 1, dtype=object)
    texts[:-1] = coded.categories.to_numpy(dtype=object)
    return pd.Series(texts[coded.codes], index=column.index, dtype=object)


def whole(column: "pd.Series[int]", blank: int = 0) -> "pd.Series[int]":
    """An integer column as int64, with `blank` where it is unknown."""
    return column.fillna(blank).astype("int64")


def half_up(numerator: "pd.Series[int]", denominator: int) -> "pd.Series[int]":
    """Numerator / denominator rounded half up, in integers."""
    return (2 * numerator + denominator) // (2 * denominator)


def in_order_of_id(frame: pd.DataFrame) -> pd.DataFrame:
    """By day, and within a day by the UTF-8 bytes of the entry id, which is the order caps are used up in."""
    keys = pa.table(
        {
            "day": frame["day"].to_numpy().astype("int64"),
            "id": pa.array(frame["entry_id"], pa.string(), from_pandas=True),
        }
    )
    # Arrow orders text by its bytes.
    order = np.asarray(pc.sort_indices(keys, [("day", "ascending"), ("id", "ascending")]))
    return frame.iloc[order].reset_index(drop=True)
