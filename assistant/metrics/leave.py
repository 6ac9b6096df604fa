"""What we measure about leave beyond its hours: how often people are away, and what they have left."""

from datetime import date

import numpy as np
import pandas as pd

from assistant.figures import Unit
from assistant.metrics.capacity import BY_PEOPLE, MICRO_DAYS, PEOPLE_ONLY, share_of_day
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.person_days import READS_CAPACITY, counted_leaves, days_asked, person_days
from assistant.metrics.slices import known_rows, slices, together, whole
from assistant.metrics.words import ALSO_CALLED

READS_SPELLS = {"absences": ("absence_id", "person_id", "start_date", "end_date", "status", "category")}
READS_EMPLOYED = {"people": ("person_id", "start_date", "end_date")}
READS_ALLOWANCES = {**READS_CAPACITY, "leave_allowances": ("person_id", "year", "days", "category")}
MICRO_DAYS_IN_A_NUMBER = 100
"""Allowances are in ten-thousandths of a day."""

BY_STAFF = tuple(name for name in BY_PEOPLE if name in ("person", "team", "job_title", "employment"))


def employed_days(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """One row a person and day of a contract: person_id, day."""
    people = known_rows(facts, "people")
    people = people[people["start_date"].notna()]
    begins = people["start_date"].where(people["start_date"] > first, first)
    ends = people["end_date"].where(people["end_date"].notna() & (people["end_date"] < last), last)
    days = [pd.date_range(begin, end, unit="s").to_numpy() for begin, end in zip(begins, ends, strict=True)]
    return pd.DataFrame(
        {
            "day": np.concatenate([np.array([], "datetime64[s]"), *days]),
            "person_id": np.repeat(people["person_id"].to_numpy(dtype=object), [len(one) for one in days]),
        }
    )


def headcount(facts: MetricFacts) -> pd.DataFrame:
    """The people employed on the last day asked about."""
    _, last = days_asked(facts)
    return slices(employed_days(facts, last, last), 1)


def spells(facts: MetricFacts) -> pd.DataFrame:
    """Approved leave that touches the days asked about, each on its first day among these."""
    first, last = days_asked(facts)
    rows = counted_leaves(facts)
    rows = rows[(rows["start_date"] <= last) & (rows["end_date"] >= first)]
    return rows.assign(day=rows["start_date"].where(rows["start_date"] > first, first))


def absence_spells(facts: MetricFacts) -> pd.DataFrame:
    """How many spells; one over two months counts once."""
    return slices(spells(facts), 1)


def absence_frequency(facts: MetricFacts) -> pd.DataFrame:
    """Spells x days of the period over person-days in contracts: spells over average headcount."""
    first, last = days_asked(facts)
    length = (last - first).days + 1
    return together([slices(spells(facts), length), slices(employed_days(facts, first, last), 0, 1)])


def leave_balance_days(facts: MetricFacts) -> pd.DataFrame:
    """Allowances of the year of the last day asked about, less the approved leave in all of that year, in micro-days.

    An allowance for a category is used up by leave of that category, one for none by all other leave.
    """
    year = facts.asked.last_day.year
    allowed = known_rows(facts, "leave_allowances")
    allowed = allowed[allowed["year"] == year]
    allowed = allowed.assign(kind=_kind(allowed["category"]), days=whole(allowed["days"]) * MICRO_DAYS_IN_A_NUMBER)
    begins, ends = pd.Timestamp(date(year, 1, 1)).as_unit("s"), pd.Timestamp(date(year, 12, 31)).as_unit("s")
    taken = person_days(facts, begins, ends).absent
    taken = taken.assign(days=-share_of_day(taken))
    own = set(zip(allowed["person_id"], allowed["kind"], strict=True))
    kinds = zip(taken["person_id"], _kind(taken["category"]), strict=True)
    taken = taken.assign(kind=[kind if (person, kind) in own else "" for person, kind in kinds])
    is_owed = [one in own for one in zip(taken["person_id"], taken["kind"], strict=True)]
    taken = taken[np.array(is_owed, dtype=bool)]
    named = allowed[allowed["kind"] != ""].groupby(["person_id", "kind"])["category"].min().to_dict()
    both = pd.concat([part[["person_id", "kind", "days"]] for part in (allowed, taken)], ignore_index=True)
    both["category"] = [named.get(one) for one in zip(both["person_id"], both["kind"], strict=True)]
    return slices(both.assign(day=days_asked(facts)[1]), both["days"])


def _kind(category: "pd.Series[str]") -> "pd.Series[str]":
    """A category as it is compared, "" where there is none."""
    return category.fillna("").astype("object").str.lower()


DEFINITIONS = (
    Metric(
        name="headcount",
        title="Headcount",
        meaning="People with a contract on the day, contractors too.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.PEOPLE,
        scale=1,
        reads=READS_EMPLOYED,
        by=BY_STAFF,
        compute=headcount,
        also_called=ALSO_CALLED["headcount"],
        outlook=Outlook.STATE,
        not_by=f"Headcount {PEOPLE_ONLY}",
        needs=("people",),
    ),
    Metric(
        name="absence_spells",
        title="Absence spells",
        meaning="Approved leaves that touch the period; one that spans two months counts once.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.COUNT,
        scale=1,
        reads=READS_SPELLS,
        by=(*BY_PEOPLE, "category"),
        compute=absence_spells,
        also_called=ALSO_CALLED["absence_spells"],
        of_whole_period=True,
        not_by=f"Absence {PEOPLE_ONLY}",
        needs=("absences",),
    ),
    Metric(
        name="absence_frequency",
        title="Absence frequency",
        meaning="Absence spells per person: spells that touch the period over its average headcount.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.INDEX,
        scale=1,
        reads={**READS_SPELLS, **READS_EMPLOYED},
        by=(*BY_STAFF, "category"),
        over_all=("category",),
        compute=absence_frequency,
        also_called=ALSO_CALLED["absence_frequency"],
        of_whole_period=True,
        not_by=f"Absence {PEOPLE_ONLY}",
        needs=("absences", "people"),
    ),
    Metric(
        name="leave_balance_days",
        title="Leave balance",
        meaning="Days of leave allowed in the calendar year less approved leave of that year, taken or planned.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.DAYS,
        scale=MICRO_DAYS,
        reads=READS_ALLOWANCES,
        by=(*BY_STAFF, "category"),
        none={"category": "any category"},
        compute=leave_balance_days,
        also_called=ALSO_CALLED["leave_balance_days"],
        outlook=Outlook.STATE,
        needs_reasons=True,
        not_by=f"Leave {PEOPLE_ONLY}",
        needs=("leave_allowances", "people", "working_hours"),
    ),
)
