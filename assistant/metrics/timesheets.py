"""What we measure from timesheets against capacity: what is missing, how complete they are, and overtime."""

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Unit
from assistant.metrics.capacity import BY_PEOPLE_AND_DAYS, PEOPLE_ONLY
from assistant.metrics.definition import Kind, Metric, MetricFacts, Through, Timing
from assistant.metrics.person_days import READS_CAPACITY, days_asked, person_days
from assistant.metrics.slices import known_rows, slices, whole
from assistant.metrics.staffed_days import (
    DAYS,
    READS_TIMESHEETS,
    READS_WORKED_DAYS,
    with_work,
    worked_days,
    yesterday,
)
from assistant.metrics.words import ALSO_CALLED

NEEDS = ("time_entries", "people", "working_hours")


def _past(facts: MetricFacts) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days asked about, through yesterday."""
    first, last = days_asked(facts)
    return first, min(last, yesterday(facts))


def _owed(facts: MetricFacts) -> pd.DataFrame:
    """Past person-days of everyone but contractors, with available and tracked seconds."""
    people = known_rows(facts, "people")
    contractors = set(people.loc[people["employment"] == "contractor", "person_id"])
    rows = with_work(facts, *_past(facts))
    return rows[~rows["person_id"].isin(contractors)]


def missing_hours(facts: MetricFacts) -> pd.DataFrame:
    """Available seconds that were not tracked, per person-day."""
    rows = _owed(facts)
    return slices(rows, (rows["available"] - rows["tracked"]).clip(lower=0))


def missing_days(facts: MetricFacts) -> pd.DataFrame:
    """Person-days with something available and nothing tracked."""
    rows = _owed(facts)
    return slices(rows[(rows["available"] > 0) & (rows["tracked"] == 0)], 1)


def timesheet_completeness(facts: MetricFacts) -> pd.DataFrame:
    """Tracked seconds, at most the available ones of each day, over available seconds."""
    rows = _owed(facts)
    return slices(rows, rows[["tracked", "available"]].min(axis=1), rows["available"])


def overtime_hours(facts: MetricFacts) -> pd.DataFrame:
    """Tracked beyond available seconds, per person-day; all of it where there is no contract that day."""
    first, last = _past(facts)
    days = person_days(facts, first, last).days
    rows = worked_days(facts, first, last).merge(days, on=DAYS, how="left")
    over = (rows["tracked"] - whole(rows["available"])).clip(lower=0)
    return slices(rows[over > 0], over[over > 0])


DEFINITIONS = (
    Metric(
        name="missing_hours",
        title="Missing hours",
        meaning="Available hours that were not tracked, per person-day, through yesterday; employees only.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_TIMESHEETS,
        by=BY_PEOPLE_AND_DAYS,
        compute=missing_hours,
        also_called=ALSO_CALLED["missing_hours"],
        through=Through.YESTERDAY,
        not_by=f"Missing time {PEOPLE_ONLY}",
        needs=NEEDS,
    ),
    Metric(
        name="missing_days",
        title="Missing days",
        meaning="Days of one person with available hours and nothing tracked, through yesterday; employees only.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.DAYS,
        scale=1,
        reads=READS_TIMESHEETS,
        by=BY_PEOPLE_AND_DAYS,
        compute=missing_days,
        also_called=ALSO_CALLED["missing_days"],
        through=Through.YESTERDAY,
        not_by=f"Missing time {PEOPLE_ONLY}",
        needs=NEEDS,
    ),
    Metric(
        name="timesheet_completeness",
        title="Timesheet completeness",
        meaning=(
            "Tracked hours, at most the available ones of each day, over available hours, through yesterday; "
            "employees only."
        ),
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=READS_TIMESHEETS,
        by=BY_PEOPLE_AND_DAYS,
        compute=timesheet_completeness,
        also_called=ALSO_CALLED["timesheet_completeness"],
        through=Through.YESTERDAY,
        parts=("filled_in_hours", "available_hours"),
        not_by=f"Timesheet completeness {PEOPLE_ONLY}",
        needs=NEEDS,
    ),
    Metric(
        name="overtime_hours",
        title="Overtime hours",
        meaning="Tracked beyond available hours, per person-day, through yesterday; outside a contract all of it.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads={**READS_CAPACITY, **READS_WORKED_DAYS},
        by=BY_PEOPLE_AND_DAYS,
        compute=overtime_hours,
        also_called=ALSO_CALLED["overtime_hours"],
        through=Through.YESTERDAY,
        not_by=f"Overtime {PEOPLE_ONLY}",
        needs=NEEDS,
    ),
)
