"""Projects nobody touches or that are long over, late tasks, agreements that overlap or never end, unknown owners."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pandas as pd

from assistant.figures import Figure
from assistant.health.finding import Finding, Kind
from assistant.health.seen import Seen, be, counted, hours, money, rows_in
from assistant.metrics.slices import whole
from assistant.metrics.worked import FAR_AHEAD, InForce, entries, in_force_by_project
from assistant.permissions.policy import Scope

STALE_AFTER = 30
"""After how many days without a sign of life an active project is stale."""

LONG_AGO = timedelta(days=30)
RUNNING = ("planned", "active", "on_hold")
LATE = ("overdue_tasks", "milestones_slipped")


def stale_projects(seen: Seen) -> Iterator[Finding]:
    """Active projects on which nothing happened for a month: no time, no task begun or done, no note."""
    if seen.view.scope("time_entries", "date") is Scope.SELF:
        return  # whoever sees only their own time cannot tell that nobody else was there
    still = seen.slices("staleness_days", seen.today, seen.today, by=("project",))
    if still is None:
        return
    projects = seen.rows("projects", "project_id", "status")
    active = set(projects.loc[projects["status"] == "active", "project_id"])
    left = _not_worked(seen)
    still = still.assign(
        numerator=[_silent(seen, *one) for one in still[["project_id", "numerator"]].itertuples(index=False)]
    )
    stale = still[(still["numerator"] >= STALE_AFTER) & still["project_id"].isin(active)]
    for project, days in zip(stale["project_id"], stale["numerator"], strict=True):
        effect, name = hours("not_worked", left.get(project, 0)), seen.name("project", project)
        since = seen.day(seen.today - timedelta(days=int(days)))
        sold = f", with {seen.said(effect)} sold and not worked" if effect.value else ""
        yield Finding(
            Kind.STALE_PROJECT,
            name,
            int(days),
            effect,
            f"{name} is active, but nothing has happened on it for {counted(int(days), 'day')}, since {since}{sold}: "
            "ask its project manager whether it goes on, or set its status.",
            seen.rows_of("projects", [project]),
        )


def _silent(seen: Seen, project: str, days: int) -> int:
    """For how many days nothing happened on a project, a note being something, too."""
    last = seen.last_notes.get(project)
    return int(days) if last is None else min(int(days), (seen.today - last.day).days)


def _not_worked(seen: Seen) -> dict[object, int]:
    """By project, the seconds sold by today that were not tracked on it."""
    sold = _sold(seen).groupby("project_id")["numerator"].sum()
    tracked = seen.entries.groupby("project_id")["hours"].sum()
    return {project: max(0, int(seconds) - int(tracked.get(project, 0))) for project, seconds in sold.items()}


def _sold(seen: Seen) -> pd.DataFrame:
    """The seconds sold by today with each budget: of a retainer every month that has begun, approved changes in it."""
    found = seen.slices("budget_hours", date.min, seen.today)
    return pd.DataFrame(columns=["budget_id", "project_id", "numerator"]) if found is None else found


def overdue_tasks(seen: Seen) -> Iterator[Finding]:
    """Tasks and milestones that were due before today and are not done, by project."""
    found = [seen.slices(metric, LONG_PAST, seen.today) for metric in LATE]
    names = [rows[rows["numerator"] > 0]["task_id"] for rows in found if rows is not None]
    if not names:
        return
    late = set(pd.concat(names))
    tasks = seen.rows("tasks", "task_id", "project_id", "name", "due_date")
    to_do = seen.slices("hours_to_complete", seen.today, seen.today)
    left = {} if to_do is None else to_do.groupby("task_id")["numerator"].sum().to_dict()
    for project, rows in tasks[tasks["task_id"].isin(late)].groupby("project_id"):
        effect = hours("to_do", sum(left.get(task, 0) for task in rows["task_id"]))
        name, oldest = seen.name("project", project), rows.sort_values(["due_date", "task_id"]).iloc[0]
        yield Finding(
            Kind.OVERDUE_TASKS,
            name,
            len(rows),
            effect,
            f"{counted(len(rows), 'task')} of {name} {be(len(rows))} overdue, {oldest['name']} since "
            f"{seen.day(oldest['due_date'])}, with {seen.said(effect)} still to do: finish them, or agree new dates.",
            rows_in("tasks", rows),
        )


LONG_PAST = pd.Timestamp(1970, 1, 1).date()


def time_on_archived_projects(seen: Seen) -> Iterator[Finding]:
    """Time on archived projects: recent, after their end, or where nobody knows when they ended."""
    projects = seen.rows("projects", "project_id", "status", "end_date")
    archived = projects[projects["status"] == "archived"].drop(columns=["_file", "_row", "status"])
    rows = seen.entries.merge(archived, on="project_id")
    late = rows["end_date"].isna() | (rows["date"] > rows["end_date"]) | (rows["date"] >= seen.now - LONG_AGO)
    for project, theirs in rows[late].groupby("project_id"):
        effect, name = hours("archived", theirs["hours"].sum()), seen.name("project", project)
        yield Finding(
            Kind.ARCHIVED_PROJECT,
            name,
            len(theirs),
            effect,
            f"{counted(len(theirs), 'entry', 'entries')}, {seen.said(effect)}, {be(len(theirs))} on {name}, which is "
            f"archived, the last of {seen.day(theirs['date'].max())}: "
            "move the time, correct the project's end, or open it again.",
            rows_in("time_entries", theirs),
        )


def budgets_without_end(seen: Seen) -> Iterator[Finding]:
    """Agreements of running projects that have no end, so that nobody can tell their pace."""
    budgets = seen.rows("budgets", "budget_id", "project_id", "type", "end_date", "delivered_on")
    sold = _sold(seen).groupby("budget_id")["numerator"].sum().to_dict()
    projects = seen.rows("projects", "project_id", "status")
    running = set(projects.loc[projects["status"].isin(RUNNING), "project_id"])
    open_ = budgets["end_date"].isna() & budgets["delivered_on"].isna() & (budgets["type"] != "non_billable")
    for project, rows in budgets[open_ & budgets["project_id"].isin(running)].groupby("project_id"):
        effect = hours("sold", sum(sold.get(one, 0) for one in rows["budget_id"]))
        name = seen.name("project", project)
        which = seen.names("budget", rows["budget_id"])
        yield Finding(
            Kind.BUDGET_WITHOUT_END,
            name,
            len(rows),
            effect,
            f"{counted(len(rows), 'budget')} of {name} ({which}), {seen.said(effect)}, "
            f"{'has' if len(rows) == 1 else 'have'} no end, so there is no pace and no run-out date: "
            "write the end that was agreed into budgets.",
            rows_in("budgets", rows),
        )


def two_budgets_at_once(seen: Seen) -> Iterator[Finding]:
    """Projects with several budgets in force on one day: time that names none belongs to none."""
    given = seen.given("budget_hours_used") or seen.given("tracked_hours")
    if given is None:
        return
    worked = entries(given)
    of_none = worked[worked["budget_id"].isna()]
    for project, budgets in sorted(in_force_by_project(given).items(), key=lambda one: str(one[0])):
        both = _together(budgets)
        if not both:
            continue
        days = of_none.loc[of_none["project_id"] == project, ["day", "tracked"]]
        stamps = days["day"].to_numpy("datetime64[s]")
        inside = np.zeros(len(days), dtype=bool)
        for _, _, since, until in both:
            inside |= (stamps >= since) & (stamps <= until)
        effect, name = hours("of_no_budget", days.loc[inside, "tracked"].sum()), seen.name("project", project)
        names = {one for pair in both for one in pair[:2]}
        first = pd.Timestamp(min(since for _, _, since, _ in both))
        yield Finding(
            Kind.TWO_BUDGETS,
            name,
            len(names),
            effect,
            f"{len(names)} budgets of {name} ({seen.names('budget', names)}) are in force at once from "
            f"{seen.day(first)}, and time that names neither belongs to none ({seen.said(effect)} so far): name the "
            "budget on the entries, or end one budget before the next begins.",
            seen.rows_of("budgets", names),
        )


def _together(budgets: list[InForce]) -> list[tuple[str, str, np.datetime64, np.datetime64]]:
    """Every two budgets with the days on which both are in force."""
    found = []
    for place, (one, since, until) in enumerate(budgets):
        for other, starts, ends in budgets[place + 1 :]:
            first, last = max(since, starts), min(until, ends, FAR_AHEAD)
            if first <= last:
                found.append((one, other, first, last))
    return found


def unknown_owners(seen: Seen) -> Iterator[Finding]:
    """Managers and deal owners who are neither a user nor a person; told to those who see all of both."""
    if any(seen.view.scope(table, "email") is not Scope.ALL for table in ("users", "people")):
        return
    emails = pd.concat([seen.rows(table, "email")["email"].dropna() for table in ("users", "people")])
    here = {_address(one) for one in emails}
    if here:
        yield from _project_managers(seen, here)
        yield from _account_managers(seen, here)
        yield from _deal_owners(seen, here)


def _project_managers(seen: Seen, here: set[str]) -> Iterator[Finding]:
    tracked = seen.entries.groupby("project_id")["hours"].sum()
    projects = seen.rows("projects", "project_id", "project_manager")
    for email, rows in _not_here(projects, "project_manager", here):
        effect = hours("owned", sum(int(tracked.get(one, 0)) for one in rows["project_id"]))
        yield _owner(seen, email, "projects", rows, effect)


def _account_managers(seen: Seen, here: set[str]) -> Iterator[Finding]:
    projects = seen.rows("projects", "project_id", "client_id")
    tracked = seen.entries.groupby("project_id")["hours"].sum()
    clients = seen.rows("clients", "client_id", "account_manager")
    for email, rows in _not_here(clients, "account_manager", here):
        theirs = projects.loc[projects["client_id"].isin(rows["client_id"]), "project_id"]
        effect = hours("owned", sum(int(tracked.get(one, 0)) for one in theirs))
        yield _owner(seen, email, "clients", rows, effect)


def _deal_owners(seen: Seen, here: set[str]) -> Iterator[Finding]:
    deals = seen.rows("deals", "deal_id", "owner", "status", "value", "currency")
    for email, rows in _not_here(deals[deals["status"] == "open"], "owner", here):
        # A deal without a value has no currency, and an owner all the same.
        for currency, theirs in rows.groupby(rows["currency"].fillna(seen.view.settings.base_currency)):
            value = money("owned", whole(theirs["value"]).sum(), str(currency))
            yield _owner(seen, email, "deals", theirs, value)


def _not_here(rows: pd.DataFrame, column: str, here: set[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    """The rows of every owner who is not here, by the owner's address."""
    known = [not isinstance(one, str) or _address(one) in here for one in rows[column]]
    strange = rows[~np.array(known, dtype=bool)]
    addresses = strange[column].astype("object").map(_address)
    for email in sorted(set(addresses)):
        yield email, strange[addresses == email]


def _address(email: object) -> str:
    return str(email).strip().lower()


OWNED = {
    "projects": ("project manager", "project"),
    "clients": ("account manager", "client"),
    "deals": ("owner", "deal"),
}


def _owner(seen: Seen, email: str, table: str, rows: pd.DataFrame, effect: Figure) -> Finding:
    role, thing = OWNED[table]
    return Finding(
        Kind.UNKNOWN_OWNER,
        email,
        len(rows),
        effect,
        f"{email}, {role} of {counted(len(rows), thing)} with {seen.said(effect)}, is neither a user nor a person, so "
        "nobody sees these as their own: add the person, or name who took over.",
        rows_in(table, rows),
    )
