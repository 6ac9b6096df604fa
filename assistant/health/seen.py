"""The asker's own view as tables, each row with its file and number, and the slices of the metrics they may ask for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

import pandas as pd

from assistant.agency.periods import Period
from assistant.agency.tables import TABLES
from assistant.agency.units import MONEY_SCALE, SECONDS_PER_HOUR, show_day
from assistant.facts import AuthorisedRows, Facts, gather, to_pandas
from assistant.figures import Figure, Unit, show
from assistant.health.finding import Row
from assistant.metrics.catalogue import METRICS
from assistant.metrics.slices import known, whole
from assistant.outcome import Ended
from assistant.permissions.authorise import authorise
from assistant.permissions.view import View
from assistant.query import Query

MOST_NAMED = 3


@dataclass(frozen=True)
class LastNote:
    """A note and the day it is of."""

    day: date
    note_id: str


@dataclass(frozen=True)
class Seen:
    """All that is visible to one asker on one day."""

    view: View
    today: date
    _kept: dict[tuple[str, ...], pd.DataFrame] = field(default_factory=dict, repr=False)

    @property
    def now(self) -> pd.Timestamp:
        """Today, as the tables write days."""
        return pd.Timestamp(self.today).as_unit("s")

    def rows(self, table: str, *columns: str) -> pd.DataFrame:
        """The rows of which the asker sees all these columns, with `_file` and `_row`; text as plain objects."""
        if (table, *columns) not in self._kept:
            self._kept[table, *columns] = known(to_pandas(self.view.rows(table, columns), self.view.once))
        return self._kept[table, *columns]

    @cached_property
    def entries(self) -> pd.DataFrame:
        """The time entries that were not rejected."""
        columns = ("entry_id", "person_id", "project_id", "date", "hours", "status")
        rows = self.rows("time_entries", *columns)
        rows = rows[rows["status"] != "rejected"].reset_index(drop=True)
        return rows.assign(hours=whole(rows["hours"]))

    def facts(self, metric: str, first: date, last: date, by: tuple[str, ...] = ()) -> Facts | None:
        """What a metric may be counted from; None where the asker may not ask for it, or there is nothing."""
        query = Query((metric,), Period(first, last, ""), by)
        asked = authorise(query, self.view, self.today)
        if isinstance(asked, Ended):
            return None
        facts = gather(asked, self.today)
        return None if isinstance(facts, Ended) else facts

    def given(self, metric: str) -> AuthorisedRows | None:
        """The rows a metric reads, for what is counted beside it."""
        facts = self.facts(metric, self.today, self.today)
        return None if facts is None else facts.of(METRICS[metric], Period(self.today, self.today, ""))

    def slices(self, metric: str, first: date, last: date, by: tuple[str, ...] = ()) -> pd.DataFrame | None:
        """The slices of a metric in these days, ids as plain objects; None where it may not be asked, or by that."""
        facts = self.facts(metric, first, last, by)
        if facts is None:
            return None
        # Not from what is kept for answers, which no longer knows the single entries.
        found = METRICS[metric].compute(facts.of(METRICS[metric], Period(first, last, "")))
        return known(found[(found["day"] >= pd.Timestamp(first)) & (found["day"] <= pd.Timestamp(last))])

    @cached_property
    def last_notes(self) -> "dict[str, LastNote]":
        """The newest visible note about each project, of those that have a day by today."""
        found: dict[str, LastNote] = {}
        for one in self.view.notes.notes:
            if one.project_id is None or one.date is None or one.date > self.today:
                continue
            before = found.get(one.project_id)
            if before is None or (one.date, one.note_id) > (before.day, before.note_id):
                found[one.project_id] = LastNote(one.date, one.note_id)
        return found

    def rows_of(self, table: str, ids: Iterable[object]) -> tuple[Row, ...]:
        """Where the rows with these ids stand."""
        key = TABLES[table].key[0]
        rows = self.rows(table, key)
        return rows_in(table, rows[rows[key].isin(set(ids))])

    def name(self, dimension: str, id_: object) -> str:
        """What people call it."""
        return self.view.label(dimension, str(id_))

    def names(self, dimension: str, ids: Iterable[object]) -> str:
        """What people call them, in order; the first few where there are many."""
        labels = sorted(self.name(dimension, one) for one in set(ids))
        more = len(labels) - MOST_NAMED
        return ", ".join([*labels[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])])

    def said(self, figure: Figure) -> str:
        """A figure in words."""
        return show(figure, self.view.settings.locale)

    def day(self, stamp: "pd.Timestamp | date") -> str:
        """A day in words."""
        day = stamp.date() if isinstance(stamp, pd.Timestamp) else stamp
        return show_day(day, self.view.settings.locale)

    @property
    def all_hours(self) -> Fraction:
        """All hours tracked that are visible."""
        return Fraction(int(self.entries["hours"].sum()), SECONDS_PER_HOUR)

    @cached_property
    def all_money(self) -> dict[str, Fraction]:
        """All amounts that are visible, by currency: agreed, invoiced, spent for clients and hoped for."""
        sums: dict[str, Fraction] = {}
        for table, amount in (
            ("budgets", "amount"),
            ("invoices", "net"),
            ("expenses", "billable_amount"),
            ("payments", "amount"),
            ("deals", "value"),
        ):
            rows = self.rows(table, amount, "currency")
            for currency, total in whole(rows[amount]).abs().groupby(rows["currency"]).sum().items():
                sums[str(currency)] = sums.get(str(currency), Fraction(0)) + Fraction(int(total), MONEY_SCALE)
        return sums


def rows_in(table: str, frame: pd.DataFrame) -> tuple[Row, ...]:
    """The rows of a frame, in order of file and number."""
    return tuple(
        sorted(Row(table, str(file), int(row)) for file, row in zip(frame["_file"], frame["_row"], strict=True))
    )


def hours(key: str, seconds: object) -> Figure:
    """So many seconds, as hours."""
    return Figure(key, Fraction(int(seconds), SECONDS_PER_HOUR), Unit.HOURS)  # type: ignore[call-overload]


def money(key: str, amount: object, currency: str) -> Figure:
    """So much money, from ten-thousandths."""
    return Figure(key, Fraction(int(amount), MONEY_SCALE), Unit.MONEY, currency)  # type: ignore[call-overload]


def be(number: int) -> str:
    """The verb after so many of something."""
    return "is" if number == 1 else "are"


def counted(number: int, one: str, more: str = "") -> str:
    """How many of something: "1 entry", "3 entries"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
