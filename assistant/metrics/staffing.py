"""When the work of a deal would fit: the earliest start with no gap, beside what is confirmed and may be won."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from assistant.figures import Unit
from assistant.metrics.bookings import free_days
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.demand import READS_DEMAND, deal_hours, working_days
from assistant.metrics.lookup import Days, Ints
from assistant.metrics.person_days import days_asked, latest_assigned
from assistant.metrics.slices import known_rows, slices
from assistant.metrics.staffed_days import today
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE

YEAR_AHEAD = 364
"""How many days a start is looked for where no period is said: 52 weeks."""

MONDAY = np.datetime64("1970-01-05", "D")
READS_STAFFING = {
    **READS_DEMAND,
    "people": (*READS_DEMAND["people"], "job_title"),
    "assignments": (*READS_DEMAND["assignments"], "job_title"),
}

Weekly = Mapping[str, Ints]
"""Seconds by job title, one number a week."""


@dataclass(frozen=True)
class Ahead:
    """The weekdays of the period from today on, the week each is in, and how many weeks there are."""

    days: Days
    week: Ints
    weeks: int
    first: "np.datetime64"

    @classmethod
    def of(cls, facts: MetricFacts) -> "Ahead":
        """Those asked about."""
        first, last = days_asked(facts)
        begin, end = (one.to_datetime64().astype("datetime64[D]") for one in (max(first, today(facts)), last))
        days = np.arange(begin, max(end + 1, begin))
        weekdays = days[np.is_busday(days)] if len(days) else days
        monday = (begin - MONDAY).astype("int64") // 7
        week = (weekdays - MONDAY).astype("int64") // 7 - monday
        weeks = int((end - MONDAY).astype("int64") // 7 - monday + 1) if len(days) else 0
        return cls(weekdays, week, weeks, MONDAY + 7 * monday)

    def by_week(self, rows: pd.DataFrame, column: str) -> Weekly:
        """Sums of a column by job title and week; people without a job title are nobody's."""
        rows = rows[rows["job_title"].notna()]
        found: dict[str, Ints] = {}
        for title, mine in rows.groupby("job_title"):
            place = (mine["day"].to_numpy().astype("datetime64[D]") - self.first).astype("int64") // 7
            sums = np.zeros(self.weeks, dtype="int64")
            np.add.at(sums, place, mine[column].to_numpy(dtype="int64"))
            found[str(title)] = sums
        return found


def _room(facts: MetricFacts, ahead: Ahead) -> Weekly:
    """Free seconds by the job title each person has on the day."""
    rows = free_days(facts)
    people = known_rows(facts, "people")
    always = dict(zip(people["person_id"], people["job_title"], strict=True))
    return ahead.by_week(
        rows.assign(job_title=latest_assigned(facts, "job_title", rows["person_id"], rows["day"], always)), "free"
    )


def _needs(facts: MetricFacts) -> Iterator[tuple[str, int, Mapping[str, int]]]:
    """Every open deal that needs people, over how many working days, and the seconds by job title."""
    roles = known_rows(facts, "deal_roles")
    roles = roles[roles["hours"].notna() & (roles["hours"] > 0)]
    for deal, _, days in working_days(facts):
        mine = roles[roles["deal_id"] == deal]
        if len(days) and len(mine):
            yield deal, len(days), dict(zip(mine["job_title"], map(int, mine["hours"]), strict=True))


def _first_fit(ahead: Ahead, length: int, needs: Mapping[str, int], room: Weekly, taken: Weekly) -> int | None:
    """The place of the first weekday from which, day by day, no week of any job title has a gap."""
    nothing = np.zeros(ahead.weeks, dtype="int64")
    left = {title: room.get(title, nothing) - taken.get(title, nothing) for title in needs}
    gone = np.arange(length + 1, dtype="int64")
    daily = {title: np.diff(seconds * gone // length) for title, seconds in needs.items()}
    for start in range(len(ahead.days) - length + 1):
        weeks = ahead.week[start : start + length]
        for title, each in daily.items():
            wanted = np.zeros(ahead.weeks, dtype="int64")
            np.add.at(wanted, weeks, each)
            if ((wanted > 0) & (wanted > left[title])).any():
                break
        else:
            return start
    return None


def _earliest(facts: MetricFacts, others: Callable[[MetricFacts], pd.DataFrame] | None) -> pd.DataFrame:
    """Of each open deal that needs people the first day with no gap, in days since 1970, over 1 where there is one."""
    ahead = Ahead.of(facts)
    room = _room(facts, ahead)
    planned = _within(facts, others(facts)) if others else pd.DataFrame(columns=["deal_id", "job_title"])
    made = []
    for deal, length, needs in _needs(facts):
        taken = ahead.by_week(planned[planned["deal_id"] != deal], "numerator")
        found = _first_fit(ahead, length, needs, room, taken)
        day = 0 if found is None else int(ahead.days[found].astype("int64"))
        made.append((facts.asked.last_day, deal, day, int(found is not None)))
    rows = pd.DataFrame(made, columns=["day", "deal_id", "numerator", "denominator"])
    rows = rows.assign(day=pd.to_datetime(rows["day"]).astype("datetime64[s]"))
    return slices(rows, rows["numerator"].astype("int64"), rows["denominator"].astype("int64"))


def _within(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """What lies in the period, from today on."""
    first, last = days_asked(facts)
    rows = rows[(rows["day"] >= max(first, today(facts))) & (rows["day"] <= last)]
    return rows.reindex(columns=["day", "deal_id", "job_title", "numerator"])


def earliest_start(facts: MetricFacts) -> pd.DataFrame:
    """With confirmed work only."""
    return _earliest(facts, None)


def earliest_start_weighted(facts: MetricFacts) -> pd.DataFrame:
    """With every other open deal by its probability."""
    return _earliest(facts, lambda given: deal_hours(given, weighted=True))


def earliest_start_if_all_close(facts: MetricFacts) -> pd.DataFrame:
    """With every other open deal won."""
    return _earliest(facts, lambda given: deal_hours(given, weighted=False))


def _start(name: str, title: str, meaning: str, compute: Callable[[MetricFacts], pd.DataFrame], said: str) -> Metric:
    """A day for each open deal."""
    return Metric(
        name=name,
        title=title,
        meaning=(
            "Of each open deal the first weekday, from today on, from which its work, even over as many working days "
            f"as planned, leaves no week in which a job title has a gap: {meaning}."
        ),
        kind=Kind.PER_ITEM,
        timing=Timing.FLOW,
        unit=Unit.DATE,
        scale=1,
        reads=READS_STAFFING,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=("deal", "stage", "owner"),
        compute=compute,
        also_called=ALSO_CALLED[name],
        outlook=Outlook.FORECAST,
        said=said,
        shown_with=("earliest_start_weighted", "earliest_start_if_all_close") if name == "earliest_start" else (),
        is_sum_of_shown=False,
        over_nothing="not in that time",
        item="deal",
        whole_item=True,
        of_whole_period=True,
        days_ahead=YEAR_AHEAD,
        not_by="An earliest start is of a deal's work: ask by deal.",
        needs=("deals", "deal_roles", "people", "working_hours"),
    )


DEFINITIONS = (
    _start(
        "earliest_start",
        "Earliest start",
        "with confirmed work only",
        earliest_start,
        "with confirmed work only",
    ),
    _start(
        "earliest_start_weighted",
        "Earliest start beside weighted deals",
        "with the other open deals by their probability, where they are planned",
        earliest_start_weighted,
        "with the other deals by their probability",
    ),
    _start(
        "earliest_start_if_all_close",
        "Earliest start if all deals close",
        "with all other open deals, where they are planned",
        earliest_start_if_all_close,
        "if all other deals close",
    ),
)
