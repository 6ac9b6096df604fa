"""What it takes to read a system's export: recognise its header, and say it in canonical rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from assistant.errors import SourceError, UsageError
from assistant.settings import Source
from ingest.dates import UndecidedError
from ingest.delivery import Delivery
from ingest.reading import Sheet

_SETTLED = {"date_order": ("ymd", "dmy", "mdy"), "decimal": (".", ","), "covers": ("all", "named")}


@dataclass(frozen=True)
class Reading:
    """How one source is to be read, where its files do not tell themselves.

    `system` is what the source is called in lineage; `mode` "append" never removes a row. `date_order` and
    `decimal` settle what is otherwise decided from the values; `usual_order` is what was said of an earlier file,
    and decides only where the values do not. `covers` says whether a file stands for all time between its dates,
    or only for that of the clients, projects and people it names. `columns` says what a field is called here.
    """

    system: str
    mode: str | None = None
    date_order: str | None = None
    decimal: str | None = None
    usual_order: str | None = None
    covers: str | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def settled(self, overrides: Mapping[str, str]) -> "Reading":
        """The same with what `--set` says; UsageError for what cannot be set so."""
        for key, value in overrides.items():
            if key not in _SETTLED:
                raise UsageError(f'"{key}" cannot be set for an ingest; what can is {" and ".join(_SETTLED)}.')
            if value not in _SETTLED[key]:
                allowed = " or ".join(f'"{one}"' for one in _SETTLED[key])
                raise UsageError(f'"{key}" cannot be "{value}"; allowed is {allowed}.')
        return replace(
            self,
            date_order=overrides.get("date_order", self.date_order),
            decimal=overrides.get("decimal", self.decimal),
            covers=overrides.get("covers", self.covers),
        )

    def remembering(self, source: Source | None) -> "Reading":
        """The same with what the workspace knows of this source."""
        if source is None:
            return self
        covers = self.covers or source.covers
        return replace(self, usual_order=source.date_order, covers=covers, columns=source.own_names)


@dataclass(frozen=True)
class Canonical:
    """A sheet, said in canonical rows; `notices` are sentences about what was read how.

    `report` names the kind of export and `header` its columns, so that a change of them can be told.
    `date_order` is the order that had to be settled from outside; None if the values told it. `covers` is what was
    settled about how much it stands for.
    """

    deliveries: tuple[Delivery, ...]
    notices: tuple[str, ...] = ()
    report: str = ""
    header: tuple[str, ...] = ()
    date_order: str | None = None
    covers: str | None = None
    system: str = ""


_LISTS = " lists"


def list_system(system: str) -> str:
    """What a system's lists are called in lineage: not as its time reports, which leave them alone."""
    return system + _LISTS


def is_list(system: str) -> bool:
    """Whether rows of this lineage come out of a system's own list, not out of a time report."""
    return system.endswith(_LISTS)


class Connector(Protocol):
    """One system whose export files can be read.

    `recognises` looks at the header and the first rows and says how sure it is, from 0 to 1. `to_canonical`
    raises SourceError when the sheet as a whole cannot be read.
    """

    name: str
    title: str
    how_to_export: str

    def recognises(self, header: Sequence[str], sample: Sequence[Mapping[str, str]]) -> float:
        """How sure it is that the sheet comes from this system."""

    def to_canonical(self, sheet: Sheet, reading: Reading) -> Canonical:
        """The rows of the sheet as deliveries."""


def undecided_dates(sheet: Sheet, column: str, why: UndecidedError) -> SourceError:
    """The error for a column of dates that could be read in several ways."""
    orders = " or ".join(f"--set date_order={one}" for one in why.orders)
    return SourceError(f'{sheet.place}: the dates in column "{column}" {why}. Say which with {orders}.')
