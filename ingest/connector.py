"""What it takes to read a system's export: recognise its header, and say it in canonical rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.errors import SourceError, UsageError
from ingest.delivery import Delivery
from ingest.reading import Sheet

_SETTLED = {"date_order": ("ymd", "dmy", "mdy"), "decimal": (".", ",")}


@dataclass(frozen=True)
class Reading:
    """How one source is to be read, where its files do not tell themselves.

    `system` is what the source is called in lineage; `mode` "append" never removes a row. `date_order` and
    `decimal` settle what is otherwise decided from the values.
    """

    system: str
    mode: str | None = None
    date_order: str | None = None
    decimal: str | None = None

    def settled(self, overrides: Mapping[str, str]) -> "Reading":
        """The same with what `--set` says; UsageError for what cannot be set so."""
        for key, value in overrides.items():
            if key not in _SETTLED:
                raise UsageError(f'"{key}" cannot be set for an ingest; what can is {" and ".join(_SETTLED)}.')
            if value not in _SETTLED[key]:
                allowed = " or ".join(f'"{one}"' for one in _SETTLED[key])
                raise UsageError(f'"{key}" cannot be "{value}"; allowed is {allowed}.')
        return Reading(
            self.system,
            self.mode,
            overrides.get("date_order", self.date_order),
            overrides.get("decimal", self.decimal),
        )


@dataclass(frozen=True)
class Canonical:
    """A sheet, said in canonical rows; `notices` are sentences about what was read how."""

    deliveries: tuple[Delivery, ...]
    notices: tuple[str, ...] = field(default=())


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


def undecided_dates(sheet: Sheet, column: str, example: str) -> SourceError:
    """The error for a column of dates that could be read both ways."""
    return SourceError(
        f'{sheet.file}: the dates in column "{column}" can be read as day/month and as month/day, such as {example}. '
        "Say which with --set date_order=dmy or --set date_order=mdy."
    )
