"""Money of several currencies against what a budget agreed in one: exact, in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from assistant.metrics.slices import known


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
