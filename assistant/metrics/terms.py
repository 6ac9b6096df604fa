"""What is agreed of each budget: its terms, and the changes of scope that were approved later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from assistant.metrics.definition import MetricFacts, once
from assistant.metrics.slices import known_rows, whole
from assistant.metrics.worked import budget_of

Ints = np.ndarray[tuple[int], np.dtype[np.int64]]
Days = np.ndarray[tuple[int], np.dtype[np.datetime64]]
Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]

READS_BUDGETS = (
    "budget_id", "project_id", "type", "start_date", "end_date", "hours", "delivered_on", "recognition",
    "currency", "amount", "capped", "overage_rate", "rollover_cap_hours",
)  # fmt: skip


@dataclass(frozen=True)
class Budget:
    """One budget with what was agreed later; money and hours as in the tables, days as datetime64[s]."""

    budget_id: str
    project_id: str
    kind: str
    currency: str
    amount: int | None
    hours: int | None
    start: np.datetime64 | None
    end: np.datetime64 | None
    delivered: np.datetime64 | None
    recognition: str
    capped: bool
    overage_rate: int | None
    rollover_cap: int | None
    changed_on: Days
    changed_amount: Ints
    changed_hours: Ints

    @property
    def is_capped(self) -> bool:
        """Whether billable time stops at its amount."""
        return self.kind == "time_and_materials" and self.capped and self.amount is not None

    def amount_on(self, days: Days) -> Ints:
        """The agreed amount on each day, approved changes in it from the day they were decided."""
        return self._with(self.amount or 0, self.changed_amount, days)

    def hours_on(self, days: Days) -> Ints:
        """The sold seconds on each day, approved changes in them from the day they were decided."""
        return self._with(self.hours or 0, self.changed_hours, days)

    def _with(self, agreed: int, changes: Ints, days: Days) -> Ints:
        sums = np.concatenate([[0], np.cumsum(changes)]).astype("int64")
        return agreed + sums[np.searchsorted(self.changed_on, days, side="right")]


def budgets(facts: MetricFacts) -> Sequence[Budget]:
    """Every budget with its approved changes."""
    return once(facts, "budgets", lambda: tuple(_budgets(facts)))


def _budgets(facts: MetricFacts) -> Iterator[Budget]:
    projects = known_rows(facts, "projects")
    starts = dict(zip(projects["project_id"], projects["start_date"], strict=True))
    changes = dict(iter(approved_changes(facts).groupby("budget_id")))
    default = facts.asked.fixed_price_recognition
    for row in known_rows(facts, "budgets").to_dict("records"):
        mine = changes.get(row["budget_id"])
        start = starts.get(row["project_id"]) if pd.isna(row["start_date"]) else row["start_date"]
        yield Budget(
            budget_id=row["budget_id"],
            project_id=row["project_id"],
            kind=row["type"],
            currency=row["currency"],
            amount=_int(row["amount"]),
            hours=_int(row["hours"]),
            start=_stamp(start),
            end=_stamp(row["end_date"]),
            delivered=_happened(_stamp(row["delivered_on"]), facts),
            recognition=row["recognition"] or default,
            capped=bool(row["capped"]) if not pd.isna(row["capped"]) else False,
            overage_rate=_int(row["overage_rate"]),
            rollover_cap=_int(row["rollover_cap_hours"]),
            changed_on=np.array([], "datetime64[s]") if mine is None else mine["day"].to_numpy(),
            changed_amount=np.array([], "int64") if mine is None else mine["amount"].to_numpy(),
            changed_hours=np.array([], "int64") if mine is None else mine["hours"].to_numpy(),
        )


def _happened(day: np.datetime64 | None, facts: MetricFacts) -> np.datetime64 | None:
    """A delivery before today; one that is ahead has not happened."""
    return None if day is None or day >= np.datetime64(facts.asked.today, "s") else day


def _int(value: object) -> int | None:
    return None if value is None or pd.isna(value) else int(value)  # type: ignore[call-overload]


def _stamp(value: object) -> np.datetime64 | None:
    return None if value is None or pd.isna(value) else np.datetime64(value, "s")  # type: ignore[call-overload]


def approved_changes(facts: MetricFacts) -> pd.DataFrame:
    """Approved changes by the day they were decided: day, budget_id, amount, hours (0 where a change has none)."""
    rows = known_rows(facts, "change_requests")
    # Approved without a date: from the day it was requested.
    rows = rows.assign(day=rows["decided_on"].where(rows["decided_on"].notna(), rows["requested_on"]))
    rows = rows[(rows["status"] == "approved") & rows["day"].notna()]
    rows = rows.sort_values(["day", "change_id"], kind="stable")
    rows = rows.reset_index(drop=True)
    return pd.DataFrame(
        {
            "day": rows["day"].astype("datetime64[s]"),
            "budget_id": budget_of(facts, rows),
            "amount": whole(rows["amount"]),
            "hours": whole(rows["hours"]),
        }
    )
