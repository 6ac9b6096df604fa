"""What a metric is: its meaning, words, columns read, and the function that computes its slices."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from assistant.agency.columns import Sensitivity
from assistant.agency.tables import TABLES
from assistant.figures import Unit

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

T = TypeVar("T")


class Kind(StrEnum):
    """How the parts of a metric combine."""

    SUM = "sum"
    RATIO = "ratio"
    PER_PERIOD = "per_period"
    """A ratio whose denominator belongs to the period, not to people or projects (fte)."""
    PER_ITEM = "per_item"
    """One value per item, never a total (burn_index); over entries, the median (entry_lag_days)."""


class Timing(StrEnum):
    """Whether a metric is counted over a period or read off on a date."""

    FLOW = "flow"
    STATE = "state"


class Outlook(StrEnum):
    """Which way a question without a period looks: last month, to date, next quarter."""

    ACTUAL = "actual"
    STATE = "state"
    FORECAST = "forecast"


class Through(StrEnum):
    """The last day that can count, whatever the period asked."""

    YESTERDAY = "yesterday"
    TODAY = "today"
    END = "end"


@dataclass(frozen=True)
class Asked:
    """All that a definition may know besides the rows: the days asked about, today, and the settings.

    `full_time_week` is in seconds, `timesheet_threshold` in millionths; `keeps_availability` are lower-case absence
    categories. `to_date` says that the question names no start: everything until `last_day` is meant, and `first_day`
    is the last day then.
    """

    first_day: "date"
    last_day: "date"
    today: "date"
    base_currency: str = "EUR"
    approval_required: bool = False
    fixed_price_recognition: str = "by_hours"
    full_time_week: int = 144_000
    keeps_availability: tuple[str, ...] = ("remote work", "remote")
    timesheet_threshold: int = 950_000
    to_date: bool = False


class MetricFacts(Protocol):
    """The rows a metric is given: the tables and columns it declares to read, authorised, nothing else."""

    @property
    def asked(self) -> Asked:
        """What is asked: days, today and settings."""

    def frame(self, table: str) -> "pd.DataFrame":
        """The authorised rows of `table`: dates as datetime64, strings as categoricals, the rest int64."""

    @property
    def worked_out(self) -> dict[Hashable, Any]:
        """What was worked out of these rows so far, by `once`."""


def once(facts: MetricFacts, what: Hashable, make: Callable[[], T]) -> T:
    """What is worked out of these rows alone, whatever days are asked about; nobody may change it.

    It is done once for all parts of a metric, and where answers are made for all questions of the same eyes and day.
    """
    if what not in facts.worked_out:
        facts.worked_out[what] = make()
    return cast("T", facts.worked_out[what])


@dataclass(frozen=True)
class Metric:
    """One entry of the glossary.

    `reads` names every column the calculation touches, by table: facts deliver only those, and the permissions
    needed are those of their classes. `by` are the dimensions it can be broken down and filtered by.
    `also_called` is the only home of its synonyms. `parts` names numerator and denominator. `scale` is how many
    of the integers in a slice make one shown unit (3600 for hours); `scale_below` is the same for the denominator
    where it counts something else (revenue per hour). `shown_with` are the metrics always shown
    beside it, of which it may be the sum. `item` is the dimension a per-item metric has one value for.
    `whole_item` marks those that accumulate or divide per budget and so need all of its rows.
    `counts_people` marks those whose cells may rest on few people's pay, so that small groups are suppressed.
    `open_items` marks those which, asked widely, add up only the budgets that are open on the date.
    """

    name: str
    title: str
    meaning: str
    kind: Kind
    timing: Timing
    unit: Unit
    scale: int
    reads: Mapping[str, tuple[str, ...]]
    by: tuple[str, ...]
    compute: "Callable[[MetricFacts], pd.DataFrame]"
    also_called: tuple[str, ...] = ()
    outlook: Outlook = Outlook.ACTUAL
    through: Through = Through.END
    parts: tuple[str, str] | None = None
    shown_with: tuple[str, ...] = ()
    item: str | None = None
    whole_item: bool = False
    open_items: bool = False
    unknown_means: str = "price"
    """What the hours counted in a slice's `unknown` column lack: a price or a cost rate."""
    said: str = ""
    """Its name within a sentence, after a number, where the title would be too long."""
    said_of: Mapping[str, str] = field(default_factory=dict)
    """The same where one thing of a dimension is asked about: of one deal "if it closes"."""
    above_nothing: str = ""
    """What the groups above 0 are, where it is those that are asked about: "short of time"."""
    none: Mapping[str, str] = field(default_factory=dict)
    """What the row without a dimension is called here, where it is not the dimension's own word for it."""
    not_by: str = ""
    """What to say when it is asked by a dimension it cannot be broken down by."""
    follows: str = ""
    examples: tuple[str, ...] = ()
    over_all: tuple[str, ...] = ()
    """Dimensions its denominator is not split or filtered by: sick hours by category are over all contracted ones."""
    looks_forward: bool = False
    """Whether a bare month means the next to come, although it is no forecast."""
    looks_at: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns that only decide whether and at which rate a row counts, and never come out: an account manager's
    forecast looks at who is available on a booked day, and needs no access to absences for it."""
    scale_below: int = 0
    parts_units: tuple[Unit, Unit] | None = None
    """What the two sides count, where it is neither hours nor money: tasks of tasks, money of hours."""
    usual_period: str = ""
    """What is asked about where no period is said, if not what is usual for its outlook."""
    to_the_end: bool = False
    """Whether it is asked about from the beginning to the end of all that is agreed and booked where no period is
    said: what something comes to at completion."""
    days_ahead: int = 0
    """How many days from today on it is asked about where no period is said."""
    looks_back: int = 0
    """How many days before the date a state looks at, too: the first day it is told of."""
    tells_rates: bool = False
    """Whether single people's cost could be read off it, so that sums of cost are not enough to be told it."""
    everyones_time: bool = False
    """Whether it holds all time of people against their days, so that a part of that time would be wrong."""
    narrower: tuple[str, ...] = ()
    """What is told instead to those who may not see all it reads, the most telling first."""
    of_whole_period: bool = False
    """Whether its slices belong to the period as a whole, so that those of its halves do not make it up: a leave
    over two months is one of each and one of both; a week cut in two is off the plan twice."""
    needs_reasons: bool = False
    """Whether it means nothing to those who may not see why someone is absent."""
    always_counts: tuple[str, ...] = ()
    """Dimensions by whose filter what has no value of them is kept: whatever deal is asked about, free hours are
    free."""
    is_sum_of_shown: bool = True
    """Whether it is the sum of those it is always shown with."""
    own_day: bool = False
    """Whether a state converts each slice at that slice's own day, and not all at the date asked about."""
    adds_up_to_a_state: bool = False
    """Whether it is part of a state when it is asked to date (used and remaining are the total), and so converts
    all of it at that date; what was added in a period converts at each day."""
    only_now: bool = False
    """Whether it is known as it stands and not as it was: its rows tell no day from which on they hold."""
    over_nothing: str = "n/a"
    """What stands for the value of an item over nothing: a budget that runs out "not before the end"."""
    needs: tuple[str, ...] = field(default=())
    """Tables without whose rows the metric has nothing to say: named in "what would unlock it"."""
    looks_ahead_in: tuple[str, ...] = ()
    """Tables of what is to come, without whose rows it is told all the same, and that is said."""

    @property
    def classes(self) -> frozenset[Sensitivity]:
        """The sensitivity classes of the columns it reads, which are the permissions it needs."""
        return frozenset(
            TABLES[table].column(name).sensitivity for table, names in self.reads.items() for name in names
        )

    @property
    def spoken(self) -> str:
        """What stands after its number in a sentence."""
        return self.said or self.title.lower()

    def spoken_of(self, fields: Collection[str]) -> str:
        """The same where single things of these dimensions are asked about."""
        return next((said for field_, said in self.said_of.items() if field_ in fields), self.spoken)

    @property
    def scales(self) -> tuple[int, int]:
        """How many of the integers of each side make one shown unit."""
        return self.scale, self.scale_below or self.scale

    def converts_at_the_end(self, *, to_date: bool) -> bool:
        """Whether money is converted at the date asked about, and not at the day of each slice."""
        if self.timing is Timing.STATE:
            return not self.own_day
        return self.adds_up_to_a_state and to_date

    @property
    def is_money(self) -> bool:
        """Whether its slices carry a currency and are converted."""
        return self.unit is Unit.MONEY or self.converts

    converts: bool = False
    """Ratios of money (margin, budget_used_percent) carry a currency too."""
