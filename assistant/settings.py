"""What an agency decides for itself: the settings of `workspace.toml`, checked, with their defaults."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from babel import UnknownLocaleError
from babel.numbers import list_currencies
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from assistant.agency.periods import Calendar
from assistant.agency.units import SECONDS_PER_HOUR, locale_named, month_first
from assistant.errors import UsageError
from assistant.file_content import content_of

FILE = "workspace.toml"

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

UTILIZATIONS = {
    "billable_of_available": "billable_utilization",
    "tracked_of_available": "total_utilization",
    "billable_of_tracked": "billability",
    "tracked_of_contracted": "capacity_utilization",
    "billable_of_contracted": "gross_billable_utilization",
    "client_of_available": "client_utilization",
}
"""What "utilization" alone may mean, and the metric that counts it so."""


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _is_currency(code: str) -> str:
    if code not in list_currencies():
        raise ValueError(code)
    return code


def _is_locale(name: str) -> str:
    try:
        locale_named(name)
    except (ValueError, UnknownLocaleError) as error:
        raise ValueError(name) from error
    return name


@cache
def _timezones() -> frozenset[str]:
    """All names of time zones, looked up once: it takes longer than a plan, and settings are read at every question."""
    return frozenset(available_timezones())


def _is_timezone(name: str) -> str:
    known = _timezones()
    if known and name not in known:
        raise ValueError(name)
    return name


def _is_utilization(name: str) -> str:
    if name not in UTILIZATIONS and name not in UTILIZATIONS.values():
        raise ValueError(name)
    return name


def _is_colour(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ValueError(text)
    return text.lower()


Currency = Annotated[str, AfterValidator(_is_currency)]
_CURRENCY = "an ISO 4217 code such as EUR"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Absence(_Part):
    """What counts as being away; categories are compared in lower case."""

    keeps_availability: tuple[Annotated[str, BeforeValidator(_lower)], ...] = Field(
        ("remote work", "remote"), description="a list of absence categories"
    )


_COLOUR = 'a colour such as "#0f766e"'
Colour = Annotated[str, AfterValidator(_is_colour)]


class Documents(_Part):
    """How the agency's documents look and speak."""

    agency: str = Field("", max_length=80, description="the agency's name, up to 80 letters")
    logo: str = Field("", description="a PNG or JPEG picture, relative to the workspace")
    primary_colour: Colour = Field("#0f766e", description=_COLOUR)
    accent_colour: Colour = Field("#0d9488", description=_COLOUR)
    font: str = Field("Calibri", pattern=r"^[\w .-]{1,40}$", description="the name of a font such as Calibri")
    language: Literal["", "en", "de"] = Field("", description='"en" or "de"')
    tone: Literal["plain", "warm", "formal"] = Field("plain", description='"plain", "warm" or "formal"')
    footer: str = Field("", max_length=200, description="a line of up to 200 letters for the foot of every page")


class Source(_Part):
    """One place data comes from, and how a later export of it is read.

    Without a path, it is what is known of a system's exports wherever they lie, under the system's name.
    `snapshot`: rows that are no longer in it are removed. `append`: nothing is ever removed.
    """

    path: str = Field("", description="a folder or file, relative to the workspace")
    system: str = Field("", description="the name of a system of `reckon sources`")
    mode: Literal["snapshot", "append"] | None = Field(None, description='"snapshot" or "append"')
    date_order: Literal["ymd", "dmy", "mdy"] | None = Field(None, description='"ymd", "dmy" or "mdy"')
    decimal: Literal[".", ","] | None = Field(None, description='"." or ","')
    covers: Literal["all", "named"] | None = Field(None, description='"all" or "named"')
    columns: dict[str, str | list[str]] = Field(
        default_factory=dict, description='a table of column names of your own such as project = ["Matter", "Case"]'
    )

    @property
    def own_names(self) -> dict[str, tuple[str, ...]]:
        """What the agency calls each column it has named for itself: one name, or several for several files."""
        return {name: (said,) if isinstance(said, str) else tuple(said) for name, said in self.columns.items()}


class Notes(_Part):
    """How notes are found."""

    chroma: str = Field("", description="the address of a Chroma server such as http://localhost:8000")


class Model(_Part):
    """A language model, behind any server that speaks OpenAI's protocol; without a name, there is none.

    A key stands in the environment and never in a file. The budget is what the workspace may ask for in a day (UTC).
    `words_answers` lets it word answers, of which it sees no number and no name; `sums_up_notes` lets it read the
    passages of notes that an answer quotes, and sum them up. `keeps_what_is_sent` keeps every request to the byte.
    `api_version` is for Azure's deployments: `base_url` is then the resource's, and `name` the deployment's.
    With a `window` below 8,000 tokens, less is sent, and the form holds only words that the question could mean.
    """

    base_url: str = Field("", description="the address of a server, such as http://localhost:11434/v1")
    name: str = Field("", description="the name the server knows the model by")
    api_key_env: str = Field(
        "OPENAI_API_KEY", description='the name of an environment variable, or "" where the server wants no key'
    )
    api_version: str = Field(
        "", pattern=r"^(\d{4}-\d\d-\d\d(-preview)?)?$", description="a version of Azure's API such as 2024-10-21"
    )
    method: Literal["function_calling", "named_function", "json_schema", "json_mode"] = Field(
        "function_calling", description='"function_calling", "named_function", "json_schema" or "json_mode"'
    )
    window: int = Field(
        0, ge=0, strict=True, description="a whole number of tokens that its server has room for; 0 for plenty"
    )
    longest_answer: int = Field(0, ge=0, strict=True, description="a whole number of tokens; 0 for no limit")
    timeout: Decimal = Field(Decimal(20), gt=0, le=600, description="seconds, up to 600")
    retries: int = Field(2, ge=0, le=10, strict=True, description="a whole number, 0 to 10")
    calls_a_day: int = Field(1000, ge=0, strict=True, description="a whole number; 0 for no limit")
    tokens_a_day: int = Field(2_000_000, ge=0, strict=True, description="a whole number; 0 for no limit")
    words_answers: bool = Field(default=False, strict=True, description="true or false")
    sums_up_notes: bool = Field(default=False, strict=True, description="true or false")
    keeps_what_is_sent: bool = Field(default=False, strict=True, description="true or false")


class Settings(_Part):
    """Every setting of a workspace; a field's description says what is allowed."""

    base_currency: Currency = Field("EUR", description=_CURRENCY)
    default_currency: Currency | None = Field(None, description=_CURRENCY)
    timezone: Annotated[str, AfterValidator(_is_timezone)] = Field(
        "UTC", description="a name of the time zone database such as Europe/Zagreb"
    )
    locale: Annotated[str, AfterValidator(_is_locale)] = Field("en", description="a locale such as en, en-GB or de-AT")
    fiscal_year_starts: int = Field(1, ge=1, le=12, strict=True, description="a month, 1 to 12")
    week_starts: Annotated[
        Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        BeforeValidator(_lower),
    ] = Field("monday", description="a weekday, monday to sunday")
    approval_required: bool = Field(default=False, strict=True, description="true or false")
    fixed_price_recognition: Literal["by_hours", "straight_line", "on_delivery"] = Field(
        "by_hours", description='"by_hours", "straight_line" or "on_delivery"'
    )
    full_time_week: Decimal = Field(Decimal(40), gt=0, le=168, description="hours a week, up to 168")
    utilization: Annotated[str, AfterValidator(_is_utilization)] = Field(
        "billable_of_available", description="one of " + ", ".join(UTILIZATIONS)
    )
    small_group: int = Field(3, ge=1, strict=True, description="a whole number of people, 1 or more")
    timesheet_threshold: Decimal = Field(Decimal("0.95"), ge=0, le=1, description="a fraction, 0 to 1")
    today: date | None = Field(None, description="a date such as 2026-10-15")
    cost_for_project_managers: Literal["actual", "blended"] = Field("actual", description='"actual" or "blended"')
    absence: Absence = Field(default_factory=Absence, description="a table")
    documents: Documents = Field(default_factory=Documents, description="a table")
    planner: Literal["embedded", "model"] = Field("embedded", description='"embedded" or "model"')
    model: Model = Field(default_factory=Model, description="a table")
    paraphrases: bool = Field(default=True, strict=True, description="true or false")
    notes: Notes = Field(default_factory=Notes, description="a table")
    nouns: dict[str, str] = Field(default_factory=dict, description='a table of words such as project = "production"')
    permissions: dict[str, Any] = Field(default_factory=dict, description="a table of role overrides")
    sources: dict[str, Source] = Field(default_factory=dict, description="a table for each source")

    @property
    def calendar(self) -> Calendar:
        """How years and weeks are counted here."""
        return Calendar(self.fiscal_year_starts, WEEKDAYS.index(self.week_starts), month_first(self.locale))

    @property
    def currency_of_rates(self) -> str:
        """The currency of an amount or rate that names none."""
        return self.default_currency or self.base_currency

    @property
    def full_time_week_seconds(self) -> int:
        """A full-time week, in the unit hours have inside."""
        return round(self.full_time_week * SECONDS_PER_HOUR)

    @property
    def utilization_metric(self) -> str:
        """The metric meant by "utilization" alone."""
        return UTILIZATIONS.get(self.utilization, self.utilization)


def read_settings(path: Path) -> Settings:
    """Read the settings file at `path`; without one, everything is as by default."""
    try:
        content = content_of(path)
    except FileNotFoundError:
        return Settings()
    return _settings_in(content, str(path))


@lru_cache(maxsize=64)
def _settings_in(content: bytes, where: str) -> Settings:
    """The settings of a file's content, however its lines end."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{where} is not UTF-8 text. Save it as UTF-8.") from error
    return settings_from(text.replace("\r\n", "\n").replace("\r", "\n"), where)


@lru_cache(maxsize=64)
def settings_from(text: str, where: str) -> Settings:
    """Read settings from TOML text; `where` is what errors call the file. UsageError if anything is wrong.

    They are read once for every text, as each question is asked with the settings of that moment.
    """
    try:
        given = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where} is not valid TOML: {error}. Correct it there.") from error
    try:
        return Settings.model_validate(_lifted(given))
    except ValidationError as error:
        raise UsageError(_sentence(error.errors()[0], where)) from error


def _lifted(given: Mapping[str, Any]) -> dict[str, Any]:
    """`cost_for_project_managers` is as welcome inside [permissions] as above it."""
    permissions = given.get("permissions")
    if not isinstance(permissions, dict) or "cost_for_project_managers" not in permissions:
        return dict(given)
    inside = dict(permissions)
    blended = inside.pop("cost_for_project_managers")
    return {"cost_for_project_managers": blended, **given, "permissions": inside}


def _sentence(fault: ErrorDetails, where: str) -> str:
    place = [str(part) for part in fault["loc"]]
    key = ".".join(place)
    part, field = _field_of(place)
    if fault["type"] == "extra_forbidden":
        known = list(part.model_fields)
        nearest = get_close_matches(place[-1], known, n=1, cutoff=0.5)
        hint = f'Did you mean "{nearest[0]}"?' if nearest else f"Known settings: {', '.join(known)}."
        return f'{where} has a setting "{key}" that does not exist. {hint}'
    allowed = part.model_fields[field].description if field else "something else"
    return f'{where} sets "{key}" to {_shown(fault["input"])}; allowed is {allowed}.'


PARTS: Mapping[str, type[BaseModel]] = {
    "absence": Absence,
    "documents": Documents,
    "model": Model,
    "notes": Notes,
}
"""The settings that are tables with a form of their own."""


def _field_of(place: list[str]) -> tuple[type[BaseModel], str]:
    """The part of the settings a place of an error lies in, and the field there ("" for an unknown one)."""
    part: type[BaseModel] = Settings
    rest = place
    if place[0] in PARTS and len(place) > 1:
        part, rest = PARTS[place[0]], place[1:]
    elif place[0] == "sources" and len(place) > 2:  # noqa: PLR2004 - sources.<name>.<key>
        part, rest = Source, place[2:]
    return part, rest[0] if rest[0] in part.model_fields else ""


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if value is True else str(value)
