"""How projects stand: green, amber or red, and the reasons, which are other metrics beyond their limits.

A project without a reason is green, with one amber, with two or more red. What cannot be known raises no concern.
"""

from collections.abc import Callable, Mapping

import pandas as pd

from assistant.figures import CONCERNS, MANY, Unit
from assistant.metrics.billing import revenue
from assistant.metrics.budgets import READS_HOURS, READS_RATES, READS_USED, burn_index, burn_index_hours, last_rates
from assistant.metrics.burn import forecast_overrun
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.forecast import LOOKS_AT_AVAILABILITY, READS_CONFIRMED
from assistant.metrics.own_currency import rates_of_the_day
from assistant.metrics.profitability import READS_PROFIT, spent
from assistant.metrics.slices import known_rows, slices, together
from assistant.metrics.staffed_days import READS_BOOKED_DAYS, READS_TIMESHEETS
from assistant.metrics.tasks import milestones_slipped
from assistant.metrics.timesheets import timesheet_completeness
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE

RUNNING = ("planned", "active", "on_hold")
WEEKS = 28
"""The days to the date asked about in which timesheets are looked at."""

BURNS_AHEAD = (115, 100)
WHOLE_TARGET = 1_000_000
WHOLE_PERCENT, SURELY_PERCENT = 100, 20_000
"""A target below 2 is a share, and from 2 on a percent."""
BY_PROJECT = ("project", "client", "project_manager", "account_manager", *OF_A_PROJECT)

Projects = set[str]
Concern = Callable[[MetricFacts], Projects]


def _open_budgets(facts: MetricFacts) -> dict[str, str]:
    """The project of every budget that has begun and is neither delivered nor ended, of running projects."""
    day = pd.Timestamp(facts.asked.last_day)
    projects = known_rows(facts, "projects").set_index("project_id")
    rows = known_rows(facts, "budgets")
    of_project = projects["start_date"].reindex(rows["project_id"]).to_numpy()
    begins = rows["start_date"].where(rows["start_date"].notna(), of_project)
    begun = begins.isna() | (begins <= day)
    still = rows["delivered_on"].isna() | (rows["delivered_on"] > day)
    still &= rows["end_date"].isna() | (rows["end_date"] >= day)
    running = rows["project_id"].map(projects["status"]).isin(RUNNING)
    rows = rows[begun & still & running]
    return dict(zip(rows["budget_id"], rows["project_id"], strict=True))


def _ahead(facts: MetricFacts, paces: pd.DataFrame) -> Projects:
    """The projects of open budgets that burn ahead of time."""
    running = _open_budgets(facts)
    limit, hundred = BURNS_AHEAD
    return {
        running[name]
        for name, above, below in zip(paces["budget_id"], paces["numerator"], paces["denominator"], strict=True)
        if name in running and int(below) > 0 and int(above) * hundred > int(below) * limit
    }


def burns(facts: MetricFacts) -> Projects:
    """Projects with a budget that burns ahead of time in money."""
    return _ahead(facts, burn_index(facts))


def burns_hours(facts: MetricFacts) -> Projects:
    """The same in hours."""
    return _ahead(facts, burn_index_hours(facts))


def late(facts: MetricFacts) -> Projects:
    """Projects with milestones that were due and are not reached."""
    rows = milestones_slipped(facts)
    return set(rows.loc[rows["day"] <= pd.Timestamp(facts.asked.last_day), "project_id"].dropna())


def overruns(facts: MetricFacts) -> Projects:
    """Projects with an open budget that will not do, at the exchange rates of the date."""
    rates, running = last_rates(facts, facts.asked.last_day), _open_budgets(facts)
    rows = forecast_overrun(facts)
    rows = rows[rows["day"] <= pd.Timestamp(facts.asked.last_day)]
    sums: dict[str, int] = {}
    for name, currency, value in zip(rows["budget_id"], rows["currency"], rows["numerator"], strict=True):
        sums[name] = sums.get(name, 0) + int(value) * rates.get(currency, 0)
    return {running[name] for name, over in sums.items() if over > 0 and name in running}


def incomplete(facts: MetricFacts) -> Projects:
    """Projects on which people worked or were booked in these weeks whose timesheets do not come up to the limit."""
    rows = timesheet_completeness(facts)
    filled = rows.groupby("person_id", observed=True)[["numerator", "denominator"]].sum()
    found = _involved(facts).merge(filled, left_on="person_id", right_index=True)
    sums = found.groupby("project_id")[["numerator", "denominator"]].sum()
    limit = facts.asked.timesheet_threshold
    return {str(name) for name, top, bottom in sums.itertuples() if int(top) * WHOLE_TARGET < int(bottom) * limit}


def _involved(facts: MetricFacts) -> pd.DataFrame:
    """Who worked on which project, or was booked on it, on the past days asked about."""
    first, last, today = (pd.Timestamp(one) for one in (facts.asked.first_day, facts.asked.last_day, facts.asked.today))
    worked = known_rows(facts, "time_entries")
    counts = (worked["status"] != "rejected") & (worked["date"] >= first)
    worked = worked[counts & (worked["date"] <= last) & (worked["date"] < today)]
    booked = known_rows(facts, "bookings")
    firm = booked["person_id"].notna() & ~booked["tentative"].fillna(value=False).astype(bool)
    firm &= (booked["start_date"] <= last) & (booked["start_date"] < today) & (booked["end_date"] >= first)
    both = pd.concat([one[["project_id", "person_id"]] for one in (worked, booked[firm])], ignore_index=True)
    return both.drop_duplicates()


def thin(facts: MetricFacts) -> Projects:
    """Projects whose margin to date is below the target in force, each slice at the rate of its own day."""
    day = pd.Timestamp(facts.asked.last_day)
    earned = revenue(facts).assign(component="earned")
    rows = together([earned, spent(facts).assign(component="spent")])
    rows = rows[(rows["day"] <= day) & rows["project_id"].notna()].reset_index(drop=True)
    worth = [int(value) * rate for value, rate in zip(rows["numerator"], rates_of_the_day(facts, rows), strict=True)]
    sums: dict[str, list[int]] = {}
    for name, side, value in zip(rows["project_id"], rows["component"], worth, strict=True):
        both = sums.setdefault(name, [0, 0])
        both[0] += value
        both[1] += value if side == "earned" else 0
    targets = target_margins(facts)
    return {
        name
        for name, (profit, income) in sums.items()
        if income > 0 and name in targets and profit * WHOLE_TARGET < income * targets[name]
    }


def target_margins(facts: MetricFacts) -> dict[str, int]:
    """The margin aimed at with each project on the date, in millionths: its own, else its client's, else all's."""
    day = pd.Timestamp(facts.asked.last_day)
    rows = known_rows(facts, "targets")
    rows = rows[rows["metric"] == "margin"].sort_values(["start_date", "value"], na_position="first", kind="stable")
    begun = rows["start_date"].isna() | (rows["start_date"] <= day)
    rows = rows[begun & (rows["end_date"].isna() | (rows["end_date"] >= day))]
    said = [str(one).replace(": ", ":").strip().lower() for one in rows["scope"]]
    # In files a target of 45 % is 0.45 or 45.
    aims = {
        scope: int(value) * (WHOLE_PERCENT if abs(int(value)) < SURELY_PERCENT else 1)
        for scope, value in zip(said, rows["value"], strict=True)
    }
    clients = known_rows(facts, "clients")
    called = dict(zip(clients["client_id"], clients["name"], strict=True))
    found = {}
    for one in known_rows(facts, "projects").to_dict("records"):
        client = one["client_id"]
        # Two scopes of one kind may name the same thing by id and by name: the later one counts.
        own = [f"project:{one['project_id']}", f"project:{one['name']}"]
        theirs = [f"client:{client}", f"client:{called.get(client)}"]
        for scopes in (own, theirs, ["all"]):
            known_scopes = [scope.lower() for scope in scopes]
            last = next((scope for scope in reversed(said) if scope in known_scopes), None)
            if last is not None:
                found[one["project_id"]] = aims[last]
                break
    return found


CONCERN: dict[str, Concern] = {
    "burn": burns,
    "burn_hours": burns_hours,
    "milestones": late,
    "overrun": overruns,
    "margin": thin,
    "timesheets": incomplete,
}


def _standing(*reasons: str) -> Callable[[MetricFacts], pd.DataFrame]:
    """One slice for every running project: how many reasons there are, and which."""

    def compute(facts: MetricFacts) -> pd.DataFrame:
        projects = known_rows(facts, "projects")
        rows = projects.loc[projects["status"].isin(RUNNING), ["project_id"]].reset_index(drop=True)
        value = pd.Series(0, index=rows.index, dtype="int64")
        for reason in reasons:
            concerned = rows["project_id"].isin(CONCERN[reason](facts)).astype("int64")
            value += concerned * (MANY + CONCERNS[reason.removesuffix("_hours")].bit)
        return slices(rows.assign(day=pd.Timestamp(facts.asked.last_day).as_unit("s")), value, 1)

    return compute


_LATE = {"tasks": ("task_id", "project_id", "kind", "status", "assignee", "due_date")}
_OPEN = {
    "projects": ("project_id", "status", "start_date"),
    "budgets": ("budget_id", "project_id", "start_date", "end_date", "delivered_on"),
}
_TIMESHEETS = {
    **READS_TIMESHEETS,
    **READS_BOOKED_DAYS,
    "time_entries": (*READS_TIMESHEETS["time_entries"], "project_id"),
}
_MONEY = {**READS_USED, **READS_CONFIRMED, **READS_RATES}
_MARGIN = {
    **READS_PROFIT,
    "targets": ("metric", "scope", "start_date", "end_date", "value"),
    "clients": ("client_id", "name"),
    "projects": ("project_id", "name", "client_id"),
}


def _merged(*reads: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """All that several read."""
    names = dict.fromkeys(name for one in reads for name in one)
    return {name: tuple(dict.fromkeys(column for one in reads for column in one.get(name, ()))) for name in names}


def _health(name: str, title: str, said: str, reads: dict[str, tuple[str, ...]], reasons: tuple[str, ...]) -> Metric:
    """How projects stand by some of the reasons."""
    return Metric(
        name=name,
        title=title,
        meaning=(
            f"Running projects: green without a concern, amber with one, red with more. Concerns: {said}. What cannot "
            "be known is no concern."
        ),
        kind=Kind.PER_ITEM,
        timing=Timing.STATE,
        unit=Unit.HEALTH,
        scale=1,
        reads=reads,
        looks_at=LOOKS_AT_AVAILABILITY if "overrun" in reasons else LOOKS_AT_JOB_TITLE,
        by=BY_PROJECT,
        compute=_standing(*reasons),
        also_called=ALSO_CALLED[name],
        outlook=Outlook.STATE,
        item="project",
        whole_item=True,
        looks_back=WEEKS - 1,
        everyones_time="timesheets" in reasons,
        narrower=NARROWER if name == "health" else (),
        # Where nothing could make a project red, green says nothing.
        needs=("projects", "budgets or tasks or working_hours"),
    )


NARROWER = ("health_without_margin", "health_of_work", "health_hours")
_BURN = "a budget that burns more than 15 % ahead of time"
_LATE_SAID = "milestones that are overdue"
_OVER = "a budget that is forecast to be overrun"
_THIN = "a margin to date below its target"
_SHEETS = "incomplete timesheets of its people in the last four weeks"
DEFINITIONS = (
    _health(
        "health",
        "Health",
        f"{_BURN}; {_LATE_SAID}; {_OVER}; {_THIN}; {_SHEETS}",
        _merged(_MONEY, _LATE, _OPEN, _TIMESHEETS, _MARGIN),
        ("burn", "milestones", "overrun", "margin", "timesheets"),
    ),
    _health(
        "health_without_margin",
        "Health without margin",
        f"{_BURN}; {_LATE_SAID}; {_OVER}; {_SHEETS}",
        _merged(_MONEY, _LATE, _OPEN, _TIMESHEETS),
        ("burn", "milestones", "overrun", "timesheets"),
    ),
    _health(
        "health_of_work",
        "Health of the work",
        f"{_BURN}; {_LATE_SAID}; {_OVER}",
        _merged(_MONEY, _LATE, _OPEN),
        ("burn", "milestones", "overrun"),
    ),
    _health(
        "health_hours",
        "Health in hours",
        f"a budget whose hours burn more than 15 % ahead of time; {_LATE_SAID}; {_SHEETS}",
        _merged(READS_HOURS, _LATE, _OPEN, _TIMESHEETS),
        ("burn_hours", "milestones", "timesheets"),
    ),
)
