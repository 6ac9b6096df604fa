"""Money of several currencies against what a budget agreed in one: exact, in whole numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from assistant.agency.units import RATE_SCALE
from assistant.metrics.definition import MetricFacts
from assistant.metrics.lookup import newest, numbers
from assistant.metrics.slices import known, known_rows


@dataclass(frozen=True)
class Own:
    """Amounts in one unit: `unit` of them make one integer of a slice in the budget's own currency."""

    amounts: "pd.Series[Any]"
    unit: int

    @property
    def whole(self) -> int:
        """Their sum in the budget's own currency, floored."""
        return int(self.amounts.sum()) // self.unit


def in_own_currency(rows: pd.DataFrame, currency: str, rates: Mapping[str, int]) -> Own:
    """The numerators of `rows` in this currency; where they are in several, times their exact rates.

    Money in a currency without a rate is unknown and left out.
    """
    mine = (rows["currency"] == currency).to_numpy()
    own = rates.get(currency)
    if mine.all() or own is None:
        return Own(rows["numerator"].where(mine, 0), 1)
    worth = [rates.get(name, 0) if isinstance(name, str) else 0 for name in rows["currency"]]
    return Own(rows["numerator"].astype("object") * pd.Series(worth, index=rows.index, dtype="object"), own)


def by_budget(rows: pd.DataFrame, until: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """What the rows of each budget come to, a row a day and currency, up to and including a day."""
    keys = ["budget_id", "day", "currency"]
    counted = rows.loc[rows["day"] <= until, [*keys, "numerator"]]
    sums = counted.groupby(keys, dropna=False, sort=False)["numerator"].sum().reset_index()
    return {str(name): mine for name, mine in known(sums).groupby("budget_id")}


def rates_of_the_day(facts: MetricFacts, rows: pd.DataFrame) -> Iterator[int]:
    """What one unit of each row's currency was worth in base currency on its day; 0 where that is unknown."""
    base = facts.asked.base_currency
    rates = known_rows(facts, "exchange_rates")
    rates = rates[rates["currency"] != base]
    names = {name: place for place, name in enumerate(rates["currency"].unique())}
    currency = rows["currency"].fillna(base)
    place = newest(
        numbers(currency, names), rows["day"].to_numpy(), numbers(rates["currency"], names), rates["date"].to_numpy()
    )
    found = np.append(rates["rate"].to_numpy("int64"), 0)[place]
    yield from (RATE_SCALE if name == base else int(rate) for name, rate in zip(currency, found, strict=True))
