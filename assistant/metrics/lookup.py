"""Looking things up for many rows at once: by a key, and by a key and a day.

Ids are text. To compare them a million times they are numbered first (`numbers`), each distinct one once.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

Ints = np.ndarray[tuple[int], np.dtype[np.int64]]
Objects = np.ndarray[tuple[int], np.dtype[np.object_]]
Days = np.ndarray[tuple[int], np.dtype[np.datetime64]]

NONE = -1
_SPAN = 1 << 40
"""More than there are seconds between any two days: a key and a day in one number, ordered by key, then day."""
_EPOCH = 1 << 39


def numbers(column: "pd.Series[Any]", known: Mapping[Any, int]) -> Ints:
    """The number each cell has in `known`; NONE where it is blank or not there."""
    codes, distinct = numbered(column)
    table = np.array([known.get(one, NONE) for one in distinct] + [NONE], dtype="int64")
    found: Ints = table[codes]
    return found


def numbered(column: "pd.Series[Any]") -> tuple[Ints, Sequence[Any]]:
    """Each cell's place among the distinct values (NONE where blank), and these."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy().astype(np.int64), column.cat.categories.to_list()
    codes, distinct = pd.factorize(column.astype("object").to_numpy())
    return codes.astype(np.int64), list(distinct)


def present(column: "pd.Series[Any]") -> set[Any]:
    """The distinct values that a column has, without blanks."""
    codes, distinct = numbered(column)
    counts = np.bincount(codes + 1, minlength=len(distinct) + 1)[1:]
    return {value for value, count in zip(distinct, counts, strict=True) if count}


def taken(values: Sequence[Any], places: Ints) -> Objects:
    """The value at each place; None at NONE."""
    table = np.empty(len(values) + 1, dtype=object)
    table[: len(values)] = values
    found: Objects = table[places]
    return found


def mapped(column: "pd.Series[Any]", to: Mapping[Any, Any]) -> Objects:
    """What each cell stands for in `to`; None where it is blank or not there."""
    codes, distinct = numbered(column)
    return taken([to.get(one) for one in distinct], codes)


def newest(keys: Ints, days: Days, known_keys: Ints, known_days: Days) -> Ints:
    """For each key and day the place of the newest known row of that key by then; NONE where there is none.

    Of two known rows of one key and day the later one counts.
    """
    if not len(known_keys):
        return np.full(len(keys), NONE, dtype="int64")
    when = _together(known_keys, known_days)
    order = np.argsort(when, kind="stable")
    found = np.searchsorted(when[order], _together(keys, days), side="right") - 1
    place = order[np.maximum(found, 0)]
    is_of_key = (found >= 0) & (keys >= 0) & (known_keys[place] == keys)
    made: Ints = np.where(is_of_key, place, NONE)
    return made


def _together(keys: Ints, days: Days) -> Ints:
    made: Ints = keys * _SPAN + (days.astype("datetime64[s]").astype("int64") + _EPOCH)
    return made
