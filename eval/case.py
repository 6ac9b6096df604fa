"""One case of the evaluation: a question, who asks, and what a right reply looks like.

A file of cases is a theme. Its head says over which agency it is asked, by whom and on which day where a case
says nothing of its own; `settings` change the agency's for the file, `earlier` has it read twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from assistant.errors import UsageError

try:  # What is written in C reads the same six times faster; not every machine has it.
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]

EITHER = " or "
"""Between what is right and what is right too; after it, "all" stands for no limit or threshold."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, str | int) else value


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, dict) else value


def _alternatives(value: object) -> object:
    return [one.strip() for one in str(value).split("|")]


def _as_text(value: object) -> str:
    return str(value)


def _by_text(value: object) -> object:
    return {str(name): one for name, one in value.items()} if isinstance(value, dict) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Text = Annotated[str, BeforeValidator(_as_text)]
Number = Annotated[str, BeforeValidator(_as_text)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedQuery(_Part):
    """The query a person would mean; what is left out must be empty in the plan.

    A period is "first day..last day", "..day" for a state, "any" where it is left to the default; of the order
    of rows nothing is wanted where it is left out. Two limits stand as "> 0.5 and < 0.8". `derived` is what is made
    of the numbers, as in "average per person and week"; of a share, "share of" and the names it is asked of.
    """

    metrics: Names
    by: Names = ()
    where: dict[str, Names] = {}
    without: dict[str, Names] = {}
    period: str
    against: str = ""
    having: str = ""
    order: Literal["", "asc", "desc", "latest", "earliest"] = ""
    limit: Text = ""
    why: bool = False
    definitions: bool = False
    known_on: date | None = None
    derived: str = ""
    moved: str = ""
    """Which way the rows asked for went ("up", "down", "either way"), and how far: "up > 0.2 of before", "down > 5"."""
    in_each: str = ""
    """The names each row is to have some of, and those it is to have none of: "Acme, Lumen", "Acme, not Lumen"."""
    among: str = ""
    """The metric that tells which rows there are, where those with none of the first are asked for."""
    restated: date | None = None
    """The day of the earlier answer, where it is asked what changed since."""


class Figures(_Part):
    """Figures worked out on paper: a whole number, a decimal, or one over another, as text.

    Of `rows` each label has its value, and what is not listed is nothing. Decimals of four places or more are
    rounded, all else is exact. `lead` is the one value of a metric that has no total.
    """

    total: Number | None = None
    before: Number | None = None
    lead: Number | None = None
    rows: Annotated[dict[str, Number], BeforeValidator(_by_text)] = {}


Plans = Annotated[tuple[ExpectedQuery, ...], BeforeValidator(_one_or_more)]


class CaseFile(_Part):
    """One case as written.

    `after` are earlier questions of the conversation, `or_plan` is another plan that is as right, `may_add` are
    metrics that may stand beside those meant, `more` the kinds of outcome that stand beside the first one.
    """

    question: str
    asker: str = ""
    today: date | None = None
    after: Names = ()
    splits: Names = ()
    outcome: Annotated[tuple[str, ...], BeforeValidator(_alternatives)] = ("answer",)
    plan: Plans = ()
    or_plan: Plans = ()
    may_add: Names = ()
    more: Names = ()
    figures: Figures | None = None
    offers: Names = ()
    says: Names = ()
    never_says: Names = ()


class Theme(_Part):
    """A file of cases."""

    agency: Literal["demo", "ten", "reel"]
    settings: dict[str, Any] = {}
    earlier: bool = False
    asker: str = "director"
    today: date = date(2026, 10, 15)
    splits: Names = ()
    cases: dict[str, CaseFile] = Field(min_length=1)


@dataclass(frozen=True)
class Asker:
    """Who asks, and what must never be said to them unless they said it first."""

    email: str
    never_says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """The agency a case is asked over: which, with which settings of its own, read once or twice."""

    agency: str
    settings: tuple[tuple[str, object], ...] = ()
    earlier: bool = False


@dataclass(frozen=True)
class Case:
    """A case with all that its theme says for it."""

    suite: str
    name: str
    stage: Stage
    asker: Asker
    today: date
    splits: tuple[str, ...]
    wanted: CaseFile

    @property
    def is_in_scope(self) -> bool:
        """Whether an answer is right, and nothing else is."""
        return self.wanted.outcome == ("answer",)


def suites() -> tuple[str, ...]:
    """The names of all themes."""
    found = (files("eval") / "cases").iterdir()
    return tuple(sorted(one.name.removesuffix(".yaml") for one in found if one.name.endswith(".yaml")))


def cases(suite: str = "") -> Iterator[Case]:
    """Every case of one theme, or of all, in order."""
    found = suites()
    if suite and suite not in found:
        message = f"There is no suite of cases called “{suite}”. There are: {', '.join(found)}."
        raise UsageError(message)
    for name in [suite] if suite else found:
        yield from _cases_of(name)


@cache
def _cases_of(suite: str) -> tuple[Case, ...]:
    """The cases of a theme, whose file is looked at once."""
    return tuple(read(suite, (files("eval") / "cases" / f"{suite}.yaml").read_text(encoding="utf-8")))


def read(suite: str, text: str) -> Iterator[Case]:
    """The cases of a theme as it is written."""
    try:
        theme = Theme.model_validate(yaml.load(text, Loader=SafeLoader))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        message = f"The cases of eval/cases/{suite}.yaml are not valid at {place}: {first['msg']}."
        raise UsageError(message) from error
    stage = Stage(theme.agency, tuple(theme.settings.items()), theme.earlier)
    for name, wanted in theme.cases.items():
        asker = _asker(theme.agency, wanted.asker or theme.asker)
        day = wanted.today or theme.today
        yield Case(suite, name, stage, asker, day, wanted.splits or theme.splits or (suite,), wanted)


def _asker(agency: str, name: str) -> Asker:
    """Who is meant: a role of the agency's list, or somebody's e-mail address."""
    if "@" in name:
        return Asker(name)
    found = _askers().get(agency, {}).get(name)
    if found is None:
        message = f"Nobody at the agency “{agency}” is called “{name}” in eval/agencies/askers.yaml. Add them there."
        raise UsageError(message)
    return Asker(found["email"], tuple(found.get("never_says", ())))


@cache
def _askers() -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(
        (files("eval") / "agencies" / "askers.yaml").read_text(encoding="utf-8")
    )
    return found


def exact(number: str) -> Fraction:
    """A figure as written: "12", "8.5", "52/928"."""
    above, _, below = number.partition("/")
    return Fraction(above) / Fraction(below) if below else Fraction(above)


ROUNDED = 4


def agrees(number: str, value: Fraction | None) -> bool:
    """Whether a value is the figure that is written."""
    if value is None:
        return False
    decimals = len(number.partition(".")[2])
    within = Fraction(1, 2 * 10**decimals) if decimals >= ROUNDED else Fraction(0)
    return abs(value - exact(number)) <= within
