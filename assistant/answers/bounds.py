"""Between what an answer about hours would lie once the missing hours are in: none of them billable, or all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assistant.answers.beside import total_of
from assistant.figures import Figure, Unit, show, to_json
from assistant.metrics.definition import Metric
from assistant.permissions.authorise import AuthorisedQuery
from assistant.permissions.policy import Scope
from assistant.result import Cell, Result

MISSING = "missing_hours"
OF_PEOPLE = frozenset({"person", "team", "job_title", "employment"})
"""What may be filtered by: of a client's or a project's hours nobody knows which are missing."""


@dataclass(frozen=True)
class Share:
    """How many times the missing hours would count: above the line if none or all were billable, and below it."""

    if_none: int
    if_all: int
    below: int = 0


BOUNDED: Mapping[str, Share] = {
    "tracked_hours": Share(1, 1),
    "billable_hours": Share(0, 1),
    # Time that is not billable is on a client's project or not; none of it is there if all of it is billable.
    "non_billable_hours": Share(0, 1),
    "billability": Share(0, 1, below=1),
    "billable_utilization": Share(0, 1),
    "total_utilization": Share(1, 1),
    "client_utilization": Share(0, 1),
    "capacity_utilization": Share(1, 1),
    "gross_billable_utilization": Share(0, 1),
}


@dataclass(frozen=True)
class Bounds:
    """The missing hours of the people and days an answer covers, and the least and most its total would be."""

    missing: Figure
    low: Figure
    high: Figure
    locale: str
    subject: str = "it"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All that is said of them."""
        return (self.missing, self.low, self.high)

    @property
    def because(self) -> str:
        """What makes the difference: "4 missing hours"."""
        said = show(self.missing, self.locale).removesuffix("h").strip()
        return f"{said} missing {'hour' if said == '1' else 'hours'}"

    @property
    def sentence(self) -> str:
        """The caveat."""
        missing, low, high = (show(one, self.locale) for one in self.figures)
        verb = "is" if self.missing.value == 1 else "are"
        would = f"be {low}" if low == high else f"lie between {low} and {high}"
        return f"{missing} {verb} missing; with them {self.subject} would {would}."

    def to_json(self) -> dict[str, object]:
        """The bounds as `interface.md` writes them."""
        return {"low": to_json(self.low), "high": to_json(self.high), "because": self.because}


def bounds(result: Result, metric: Metric, authorised: AuthorisedQuery, today: date, locale: str) -> Bounds | None:
    """The bounds of the total of `metric`; None where nothing is missing, or the asker may not know what is."""
    share = BOUNDED.get(metric.name)
    cell = result.total.cells[result.metrics.index(metric)]
    if share is None or cell.value is None or not _can_be_known(authorised):
        return None
    missing = _missing_hours(authorised, today)
    if not missing:
        return None
    low, high = (
        Figure(f"{metric.name}_{end}", value, metric.unit, None, ("total",))
        for end, value in (
            ("low", _with(cell, missing * share.if_none, missing * share.below)),
            ("high", _with(cell, missing * share.if_all, missing * share.below)),
        )
    )
    subject = "it" if len(result.metrics) == 1 else metric.spoken
    return Bounds(Figure(MISSING, missing, Unit.HOURS), low, high, locale, subject)


def _with(cell: Cell, above: Fraction, below: Fraction) -> Fraction:
    """The value of a cell with something more above and below the line."""
    top = (cell.numerator or Fraction(0)) + above
    return top / (cell.denominator + below) if cell.denominator else top


def _can_be_known(authorised: AuthorisedQuery) -> bool:
    """Whether the asker sees all worked time of the people whose days they see, and asks about people's time only."""
    query, view = authorised.query, authorised.view
    about_people = query.period.start is not None and all(one.field in OF_PEOPLE for one in query.where)
    if not about_people:
        return False
    scopes = {view.scope("time_entries", "hours"), view.scope("people", "start_date")}
    scopes |= {view.grants[one].scope for one in view.narrowed_to}
    return scopes in ({Scope.ALL}, {Scope.SELF})


def _missing_hours(authorised: AuthorisedQuery, today: date) -> Fraction:
    """The missing hours of the people and days asked about; 0 where there are none."""
    return total_of(MISSING, authorised, authorised.query.period, today)
