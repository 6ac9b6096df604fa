"""What a column and a table of the canonical data model are made of."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TypedDict, Unpack

import pyarrow as pa

from assistant.agency.units import (
    FRACTION_SCALE,
    MONEY_SCALE,
    NUMBER_SCALE,
    PERCENT_SCALE,
    RATE_SCALE,
    SECONDS_PER_HOUR,
)


class Kind(StrEnum):
    """What a cell holds; each kind has one exact representation inside."""

    ID = "id"
    TEXT = "text"
    CHOICE = "choice"
    EMAIL = "email"
    CURRENCY = "currency"
    LIST = "list"
    DATE = "date"
    TIMESTAMP = "timestamp"
    BOOLEAN = "boolean"
    HOURS = "hours"
    MONEY = "money"
    PERCENT = "percent"
    FRACTION = "fraction"
    NUMBER = "number"
    RATE = "rate"
    WHOLE = "whole"

    @property
    def arrow(self) -> pa.DataType:
        """The Arrow type a column of this kind has inside."""
        return _ARROW.get(self, pa.int64() if self in SCALES else pa.string())

    @property
    def is_exact_number(self) -> bool:
        """Whether cells are decimals in files and scaled whole numbers inside."""
        return self in SCALES


SCALES = {
    Kind.HOURS: SECONDS_PER_HOUR,
    Kind.MONEY: MONEY_SCALE,
    Kind.PERCENT: PERCENT_SCALE,
    Kind.FRACTION: FRACTION_SCALE,
    Kind.NUMBER: NUMBER_SCALE,
    Kind.RATE: RATE_SCALE,
    Kind.WHOLE: 1,
}
"""How many of the whole numbers inside make one of the unit written in files."""

_ARROW = {
    Kind.DATE: pa.date32(),
    Kind.TIMESTAMP: pa.timestamp("us"),
    Kind.BOOLEAN: pa.bool_(),
}

UNITS = {
    Kind.DATE: "day",
    Kind.TIMESTAMP: "local time, microseconds",
    Kind.BOOLEAN: "true or false",
    Kind.HOURS: "hours in files, seconds inside",
    Kind.MONEY: "currency units in files, ten-thousandths of them inside",
    Kind.PERCENT: "percent in files, ten-thousandths of a percent inside",
    Kind.FRACTION: "1 = whole in files, ten-thousandths inside",
    Kind.NUMBER: "as written in files, ten-thousandths inside",
    Kind.RATE: "base currency per 1 unit in files, 1e-12 of it inside",
    Kind.WHOLE: "whole number",
    Kind.CURRENCY: "ISO 4217 code",
    Kind.LIST: "ids joined by ;",
    Kind.ID: "opaque id",
    Kind.EMAIL: "e-mail address",
    Kind.TEXT: "text",
    Kind.CHOICE: "one of a closed list",
}


class Sensitivity(StrEnum):
    """The class by which permissions decide who may see a column."""

    TIME = "time"
    PEOPLE = "people"
    HR = "hr"
    PRICE = "price"
    COST = "cost"
    SALES = "sales"
    DELIVERY = "delivery"
    NOTES = "notes"


@dataclass(frozen=True)
class Column:
    """One column of a table.

    `required` columns may not be blank in a row; `optional` ones may be absent from a file altogether.
    `choices` is the closed list of a choice; `refers_to` the table whose key the cell must be found in.
    `least` and `most` bound a number as written in files, both included. A blank cell is read as
    `blank_means`; without it a blank is unknown.
    """

    name: str
    kind: Kind
    sensitivity: Sensitivity
    meaning: str
    unit: str
    required: bool = False
    optional: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    blank_means: str | None = None


@dataclass(frozen=True)
class Table:
    """One canonical table; `key` makes a row unique; `optional` says that most agencies do without it."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    optional: bool = False

    def column(self, name: str) -> Column:
        """Find the column called `name`; KeyError when the table has none."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {one.name: one for one in self.columns}

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the data model, without lineage."""
        return tuple(one.name for one in self.columns)


class ColumnExtras(TypedDict, total=False):
    """What a column may say about itself beyond name, kind and meaning."""

    required: bool
    optional: bool
    choices: tuple[str, ...]
    refers_to: str | None
    least: Decimal | None
    most: Decimal | None
    blank_means: str | None


@dataclass(frozen=True)
class Columns:
    """Makes columns of one sensitivity class: `TIME("date", Kind.DATE, "The day the work was done.")`."""

    sensitivity: Sensitivity

    def __call__(self, name: str, kind: Kind, meaning: str, unit: str = "", **extras: Unpack[ColumnExtras]) -> Column:
        """Make a column of this class, in the unit its kind has unless another is given."""
        return Column(name, kind, self.sensitivity, meaning, unit or UNITS[kind], **extras)


TIME = Columns(Sensitivity.TIME)
PEOPLE = Columns(Sensitivity.PEOPLE)
HR = Columns(Sensitivity.HR)
PRICE = Columns(Sensitivity.PRICE)
COST = Columns(Sensitivity.COST)
SALES = Columns(Sensitivity.SALES)
DELIVERY = Columns(Sensitivity.DELIVERY)

NONE_LESS = Decimal(0)
"""The bound of what cannot be negative."""
HUNDRED = Decimal(100)
A_DAY = Decimal(24)
