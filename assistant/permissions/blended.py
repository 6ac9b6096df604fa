"""Cost at the agency's average rate, for firms that mind that rates can be worked out from sums."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from assistant.agency.tables import TABLES, Sensitivity
from assistant.agency.units import RATE_SCALE
from assistant.permissions.belonging import Stored
from assistant.permissions.policy import Role
from assistant.settings import Settings

ALWAYS = date(1900, 1, 1)
"""The day from which the average holds: before any work."""

CAVEAT = "Cost is priced at the agency's average rate, not at the rates of the people who worked."

Codes = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Blended:
    """The stored tables with every hour's cost set to the average over all hours whose cost is known.

    The average is the sum of tracked hours x cost rate over the sum of those hours, in base currency, rounded
    half up to a ten-thousandth. Every person has it from the beginning, and no entry has a rate of its own.
    """

    stored: Stored
    base_currency: str
    _kept: dict[str, int] = field(default_factory=dict, repr=False)

    @property
    def version(self) -> str:
        """That of the data, blended."""
        return f"{self.stored.version} blended"

    def count(self, table: str) -> int:
        """How many rows a table has: for cost rates, one a person."""
        return self.stored.count("people" if table == "cost_rates" and self.average else table)

    def fingerprint(self, table: str) -> str:
        """Equal for equal content of a table."""
        return f"{self.stored.fingerprint(table)} {self.average}"

    def quarantine(self) -> pa.Table:
        """The rows that could not be loaded."""
        return self.stored.quarantine()

    def column(self, table: str, name: str) -> pa.ChunkedArray:
        """One column, with averages instead of anyone's cost."""
        if table == "time_entries" and name == "cost_rate":
            return pa.chunked_array([pa.nulls(self.stored.count(table), pa.int64())])
        if table == "cost_rates":
            return self._cost_rates(name)
        return self.stored.column(table, name)

    def coded(self, table: str, name: str) -> pa.ChunkedArray:
        """The same to count with."""
        changed = table == "cost_rates" or (table, name) == ("time_entries", "cost_rate")
        return self.column(table, name) if changed else self.stored.coded(table, name)

    @property
    def average(self) -> int:
        """The average cost of an hour in ten-thousandths of the base currency; 0 when no cost is known."""
        if "average" not in self._kept:
            self._kept["average"] = average_cost(self.stored, self.base_currency)
        return self._kept["average"]

    def _cost_rates(self, name: str) -> pa.ChunkedArray:
        people = self.count("cost_rates")
        if name in TABLES["people"].column_names or name.startswith("_"):
            return self.stored.column("people" if self.average else "cost_rates", name)
        value = {"valid_from": ALWAYS, "hourly_cost": self.average, "currency": self.base_currency}[name]
        kind = TABLES["cost_rates"].column(name).kind.arrow
        return pa.chunked_array([pa.array([value] * people, kind)])


def wanted(role: Role, settings: Settings) -> bool:
    """Whether this role sees cost, in sums only, where the firm wants it blended."""
    return role.grants[Sensitivity.COST].in_sums and settings.cost_for_project_managers == "blended"


def average_cost(stored: Stored, base_currency: str) -> int:
    """The average cost of a tracked hour, in ten-thousandths of the base currency; 0 when none is known."""
    counts = np.asarray(pc.not_equal(stored.column("time_entries", "status"), "rejected"))
    seconds = _integers(stored.column("time_entries", "hours"))
    days = _integers(stored.column("time_entries", "date"))
    cost, currency = _costs(stored, days, base_currency)
    to_base = _to_base(stored, currency, days, base_currency)
    known = counts & (cost >= 0) & (to_base >= 0)
    hours = int(seconds[known].sum())
    if not hours:
        return 0
    total = Fraction(0)
    for rate in np.unique(to_base[known]):
        at_rate = known & (to_base == rate)
        total += Fraction(int((seconds[at_rate] * cost[at_rate]).sum()) * int(rate), RATE_SCALE)
    return int(total / hours + Fraction(1, 2))


def _costs(stored: Stored, days: Codes, base_currency: str) -> tuple[Codes, pa.ChunkedArray]:
    """The cost of an hour of each entry (-1 where unknown) and its currency: its own, else its person's."""
    own = stored.column("time_entries", "cost_rate")
    standard = _latest(
        stored.column("cost_rates", "person_id"),
        stored.column("cost_rates", "valid_from"),
        stored.column("time_entries", "person_id"),
        days,
    )
    cost = pc.coalesce(own, pc.take(stored.column("cost_rates", "hourly_cost"), standard))
    currency = pc.if_else(
        pc.is_valid(own),
        stored.column("time_entries", "currency"),
        pc.take(stored.column("cost_rates", "currency"), standard),
    )
    return _integers(pc.fill_null(cost, -1)), pc.fill_null(currency, base_currency)


def _to_base(stored: Stored, currency: pa.ChunkedArray, days: Codes, base_currency: str) -> Codes:
    """Base currency for one unit on each day, in 1e-12; -1 where there is no rate yet."""
    known = [stored.column("exchange_rates", one) for one in ("currency", "date")]
    rates = pc.take(stored.column("exchange_rates", "rate"), _latest(known[0], known[1], currency, days))
    is_base = pc.equal(currency, base_currency)
    return _integers(pc.fill_null(pc.if_else(is_base, pa.scalar(RATE_SCALE, pa.int64()), rates), -1))


def _latest(keys: pa.ChunkedArray, since: pa.ChunkedArray, wanted: pa.ChunkedArray, days: Codes) -> pa.Array:
    """For each wanted key the row with the latest `since` on or before its day; null where there is none."""
    ids = pc.unique(keys)
    row_keys = _ordered(pc.index_in(keys, value_set=ids), _integers(since))
    order = np.argsort(row_keys, kind="stable")
    asked = _integers(pc.fill_null(pc.index_in(wanted, value_set=ids), -1))
    found = np.searchsorted(row_keys[order], _ordered(pa.array(asked), days), side="right") - 1
    rows = order[np.maximum(found, 0)] if len(order) else np.zeros(len(asked), np.int64)
    same = np.zeros(len(asked), np.bool_)
    if len(order):
        same = (found >= 0) & (asked >= 0) & (_integers(pc.index_in(keys, value_set=ids))[rows] == asked)
    return pa.array(rows, pa.int64(), mask=~same)


def _ordered(codes: pa.ChunkedArray | pa.Array, days: Codes) -> Codes:
    """One number that sorts by code, then by day."""
    return _integers(codes) * 10_000_000 + days


def _integers(column: pa.ChunkedArray | pa.Array) -> Codes:
    """Whole numbers or days (since 1970) without nulls as numpy int64."""
    plain = column.cast(pa.int32()) if pa.types.is_date32(column.type) else column
    numbers: Codes = np.asarray(plain).astype(np.int64)
    return numbers
