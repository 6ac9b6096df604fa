"""A finding: what is wrong, where, how many answers' hours or money would move, and the next step, in one sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from assistant.figures import Figure, to_json


class Kind(StrEnum):
    """What can be found; what moves most comes first, and of what moves equally the kind that stands first here."""

    QUARANTINE = "quarantine"
    MISSING_TIMESHEETS = "missing_timesheets"
    MISSING_BILL_RATE = "missing_bill_rate"
    MISSING_COST_RATE = "missing_cost_rate"
    TWO_BUDGETS = "two_budgets"
    UNAPPROVED_TIME = "unapproved_time"
    LATER_THAN_TODAY = "later_than_today"
    OUTSIDE_CONTRACT = "outside_contract"
    OVER_24_HOURS = "over_24_hours"
    ARCHIVED_PROJECT = "archived_project"
    NO_EXCHANGE_RATE = "no_exchange_rate"
    INVOICE_BEFORE_PROJECT = "invoice_before_project"
    OVERDUE_TASKS = "overdue_tasks"
    STALE_PROJECT = "stale_project"
    STALE_NOTES = "stale_notes"
    BUDGET_WITHOUT_END = "budget_without_end"
    UNKNOWN_OWNER = "unknown_owner"
    FRESHNESS = "freshness"


EFFECTS: Mapping[Kind, str] = {
    Kind.QUARANTINE: "rows that no answer counts; what they hold is unknown until they are corrected",
    Kind.MISSING_TIMESHEETS: "available hours that were not tracked, per day",
    Kind.MISSING_BILL_RATE: "hours left out of revenue or of budget used",
    Kind.MISSING_COST_RATE: "hours left out of labor cost",
    Kind.TWO_BUDGETS: "hours that belong to no budget on the days when several are in force",
    Kind.UNAPPROVED_TIME: "hours that wait for approval",
    Kind.LATER_THAN_TODAY: "hours that are not counted yet",
    Kind.OUTSIDE_CONTRACT: "hours on days without a contract, which all count as overtime",
    Kind.OVER_24_HOURS: "hours beyond 24 on a day",
    Kind.ARCHIVED_PROJECT: "hours on the project after it should have ended",
    Kind.NO_EXCHANGE_RATE: "amounts left out of every sum in the base currency",
    Kind.INVOICE_BEFORE_PROJECT: "net of the invoices, counted in a period before any work",
    Kind.OVERDUE_TASKS: "hours still to do on the tasks",
    Kind.STALE_PROJECT: "sold hours that were not worked",
    Kind.STALE_NOTES: "none: no number moves, but what the notes say is out of date",
    Kind.BUDGET_WITHOUT_END: "sold hours for which there is no pace and no run-out date",
    Kind.UNKNOWN_OWNER: "hours tracked on, or the value of, what is owned",
    Kind.FRESHNESS: "none: it tells how far the data reaches",
}
"""How the effect of each kind is computed."""


@dataclass(frozen=True, order=True)
class Row:
    """A row of a file, numbered as the asker may know it; a row in quarantine may have no number."""

    table: str
    file: str
    row: int | None

    def to_json(self) -> dict[str, object]:
        """The row for programs."""
        return {"table": self.table, "file": self.file, "row": self.row}


@dataclass(frozen=True)
class Finding:
    """One thing to look after: its kind, whom or what it is about, how many, and what would move.

    `effect` is None where neither hours nor money can be named; `sentence` ends with the next step.
    """

    kind: Kind
    subject: str
    count: int
    effect: Figure | None
    sentence: str
    rows: tuple[Row, ...] = ()

    @property
    def places(self) -> str:
        """Where its rows stand: "time_entries.csv rows 4-7, 12"; of many the first, and how many more there are."""
        by_file: dict[str, list[int]] = {}
        for one in self.rows:
            by_file.setdefault(one.file, []).extend([] if one.row is None else [one.row])
        return "; ".join(_place(file, rows) for file, rows in by_file.items())

    def to_json(self) -> dict[str, object]:
        """The finding as `reckon check --json` prints it."""
        unit = None if self.effect is None else self.effect.currency or self.effect.unit.value
        return {
            "kind": self.kind.value,
            "subject": self.subject,
            "count": self.count,
            "effect": None if self.effect is None else to_json(self.effect),
            "unit": unit,
            "effect_is": EFFECTS[self.kind],
            "sentence": self.sentence,
            "rows": [one.to_json() for one in self.rows],
        }


def _place(file: str, rows: list[int]) -> str:
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs[:MOST_RUNS])
    left = sum(map(len, runs[MOST_RUNS:]))
    more = f" and {left:,} more" if left else ""
    return f"{file} {'row' if len(rows) == 1 else 'rows'} {said}{more}" if rows else file


MOST_RUNS = 12
"""Nobody reads more places than so many; programs are given all."""


def ranked(findings: Iterable[Finding], hours: Fraction, money: Mapping[str, Fraction]) -> tuple[Finding, ...]:
    """The findings by the share of all hours, or of all money of that currency, that would move, most first.

    `hours` are all that were tracked, `money` all amounts by currency, as the asker sees them. A row in quarantine
    may hold anything, so such findings come first.
    """
    kinds = list(Kind)

    def place(one: Finding) -> tuple[bool, Fraction, int, str]:
        share = Fraction(0)
        if one.effect is not None:
            whole = money.get(one.effect.currency, Fraction(0)) if one.effect.currency else hours
            share = abs(one.effect.value) / (whole or 1)
        return (one.kind is not Kind.QUARANTINE, -share, kinds.index(one.kind), one.subject)

    return tuple(sorted(findings, key=place))
