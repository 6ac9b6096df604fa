"""A number on a page: a figure, bound to how it is counted and to the rows it rests on."""

from dataclasses import dataclass, replace

from assistant.figures import Figure, Unit, show

_GERMAN = {
    " percentage points": " Prozentpunkte",
    " person": " Person",
    " people": " Personen",
    " days": " Tage",
    " day": " Tag",
    " FTE": " Vollzeitstellen",
    " h": " Std.",
}


@dataclass(frozen=True)
class Origin:
    """Where a number comes from: what is counted, how, and the rows of the files it rests on.

    `counted_as` is the metric's id, or the table and column a value was read from ("tasks.due_date").
    """

    counted_as: str
    meaning: str = ""
    rows: tuple[str, ...] = ()
    verified: bool = False
    of: tuple[str, ...] = ()
    """The ids it is of: those of the row it stands in."""

    def spoken(self) -> str:
        """One line for whoever wants to know."""
        rests = "; ".join(self.rows)
        return " · ".join(one for one in (self.meaning, rests, "calculated twice" if self.verified else "") if one)


@dataclass(frozen=True)
class Number:
    """One number and its origin; the only way a figure gets onto a page."""

    figure: Figure
    origin: Origin

    def say(self, locale: str) -> str:
        """The number in words."""
        return say(self, locale)

    def as_part(self, figure: Figure) -> "Number":
        """The same number, rounded so that what is shown adds up."""
        return replace(self, figure=figure)


def say(number: Number, locale: str) -> str:
    """A bound number as readers of this locale write it: "€12,340.50", "81.3 %", "9. Oktober 2026", "12,5 Std."."""
    said = show(number.figure, locale)
    if not locale.lower().startswith("de") or number.figure.unit in {Unit.MONEY, Unit.DATE}:
        return said
    ending = next((one for one in _GERMAN if said.endswith(one)), "")
    return said.removesuffix(ending) + _GERMAN.get(ending, "")
