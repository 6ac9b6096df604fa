"""Notes that have gone stale: work goes on, and nobody writes down what was agreed."""

from collections.abc import Iterator

import pandas as pd

from assistant.health.finding import Finding, Kind, Row
from assistant.health.seen import Seen, counted, hours
from assistant.permissions.notes import VISIBILITIES
from assistant.permissions.policy import Scope

STALE_AFTER = 30
"""After how many days without a note the notes of a project that is worked on are stale."""


def stale_notes(seen: Seen) -> Iterator[Finding]:
    """Active projects that have notes, the last of them a month old, on which hours were tracked since."""
    projects = seen.rows("projects", "project_id", "status", "project_manager")
    active = projects[projects["status"] == "active"]
    for project in active.loc[_all_notes_seen(seen, active), "project_id"]:
        last = seen.last_notes.get(project)
        if last is None or (seen.today - last.day).days < STALE_AFTER:
            continue
        entries = seen.entries
        since = entries[(entries["project_id"] == project) & (entries["date"] > pd.Timestamp(last.day))]
        since = since[since["date"] <= seen.now]
        if since.empty:
            continue
        days, name = (seen.today - last.day).days, seen.name("project", project)
        tracked = seen.said(hours("without_notes", since["hours"].sum()))
        yield Finding(
            Kind.STALE_NOTES,
            name,
            days,
            None,  # what is not written down moves no number
            f"The last note on {name} is {counted(days, 'day')} old, of {seen.day(last.day)}, and {tracked} were "
            "tracked since, so what the notes say of it is out of date: ask its project manager for a status.",
            (Row("notes", last.note_id, None),),
        )


def _all_notes_seen(seen: Seen, projects: pd.DataFrame) -> "pd.Series[bool]":
    """Of which projects every note is visible; of others nobody can tell that there is no newer one."""
    scopes = {seen.view.role.notes(one).scope for one in VISIBILITIES}
    if scopes == {Scope.ALL}:
        return pd.Series(data=True, index=projects.index)
    mine = projects["project_manager"].astype("object").map(lambda one: str(one).strip().casefold())
    return (mine == seen.view.viewer.email.casefold()) & (scopes <= {Scope.ALL, Scope.OWN})
