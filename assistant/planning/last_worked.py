"""When something was last worked on: the last day on which time is tracked for it, told with its hours by person."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.periods import Period
from assistant.outcome import Clarification, NoData
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.here import Here
from assistant.query import Filter, Plan, Query

_DONE = (
    r"(?:work(?:ed)?|log(?:ged)?(?: any)?(?: time| hours)?|track(?:ed)?(?: any)?(?: time| hours)?|"
    r"book(?:ed)?(?: any)?(?: time| hours)?|(?:do|did)(?: anything| any work| something)|touch(?:ed)?|"
    r"(?:spend|spent)(?: any)? (?:time|hours))"
)
_WHO = r"(?P<who>[^?]+?)"
_ON = r"(?: (?:on|for|at|in|to|against) (?P<what>[^?]+?)| (?P<touched>(?<=touch )[^?]+?|(?<=touched )[^?]+?))?"
LAST_WORKED = (
    re.compile(rf"^(?:and )?when (?:did|has|have|was) {_WHO} last {_DONE}{_ON}(?=\W*$)", re.IGNORECASE),
    re.compile(rf"^(?:and )?when (?:did|has|have|was) {_WHO} {_DONE}{_ON} last(?=\W*$)", re.IGNORECASE),
    re.compile(
        rf"^(?:and )?(?:when (?:was|is) |what (?:was|is) |show me )?(?:the )?last (?:time|day)(?: that| when)? {_WHO} "
        rf"(?:last )?{_DONE}{_ON}(?=\W*$)",
        re.IGNORECASE,
    ),
)
"""As in "when did we last work for Acme", "when was the last time someone logged time on Apollo"."""

ANYBODY = frozenset({"we", "anyone", "anybody", "someone", "somebody", "people", "the team", "our team", "they", "us"})

COLUMNS = {"person": "person_id", "project": "project_id", "service": "service_id", "task": "task_id"}


def asked(here: Here, told: Callable[[str], object]) -> Plan | Clarification | NoData | None:
    """The plan of a question for the last day of work; None for others, and where it cannot be told of what is named.

    The day is looked up in the entries the asker may see; its hours are then a question like any other.
    """
    found = next((one for pattern in LAST_WORKED if (one := pattern.match(here.text))), None)
    if found is None:
        return None
    who = found["who"].strip()
    what = found["what"] or found["touched"]
    of = "" if who.casefold() in ANYBODY else " of me" if who.casefold() == "i" else f" of {who}"
    plan = told(f"tracked hours{of}{f' for {what}' if what else ''} this year")
    query = plan.queries[0] if isinstance(plan, Plan) and len(plan.queries) == 1 else None
    entries = _entries(query, here) if query and query.metrics == ("tracked_hours",) else None
    if query is None or entries is None:
        return _asked_back(plan) if isinstance(plan, Clarification) else plan if isinstance(plan, NoData) else None
    days = [one for one in entries.column("date").to_pylist() if one <= here.knows_until]
    return _on(max(days), query) if days else NoData("No time is tracked for that among what you may see.")


_TOLD = re.compile(r"^tracked hours(?: of (?P<who>.+?))?(?: for (?P<what>.+))? this year$")


def _asked_back(made: Clarification) -> Clarification:
    """The same choice, each option a question for the last day again."""
    found = [one for option in made.options if (one := _TOLD.match(option))]
    whose = [(one["who"] or "we", f" on {one['what']}" if one["what"] else "") for one in found]
    options = [f"when did {who} last work{what}?" for who, what in whose]
    return replace(made, options=tuple(options))


def _on(day: date, query: Query) -> Plan:
    """The hours of that day, by person where nobody is named."""
    said = in_days(Stretch(day, day))
    by = () if any(one.field == "person" for one in query.where) else ("person",)
    understood = "It is the last day on which time is tracked for it, rejected time left out."
    return Plan(
        (replace(query, by=by, period=Period(day, day, said), period_said=said, order=None, understood=understood),)
    )


def _entries(query: Query, here: Here) -> pa.Table | None:
    """The visible entries that count for a query; None where its filters are not columns of theirs."""
    columns = [COLUMNS[one.field] for one in query.where if one.field in COLUMNS]
    rows = here.view.rows("time_entries", ("date", "status", "project_id", *dict.fromkeys(columns)))
    rows = rows.filter(pc.not_equal(rows.column("status"), "rejected"))
    for one in query.where:
        kept = _ids(one, here)
        if kept is None:
            return None
        column, ids = kept
        rows = rows.filter(pc.is_in(rows.column(column), value_set=pa.array(list(ids), pa.string())))
    return rows


def _ids(one: Filter, here: Here) -> tuple[str, tuple[str, ...]] | None:
    """The column of an entry, and the ids in it, that a filter lets through."""
    if one.negated:
        return None
    if one.field == "client":
        projects = here.view.rows("projects", ("project_id", "client_id")).to_pylist()
        return "project_id", tuple(row["project_id"] for row in projects if row["client_id"] in one.ids)
    return (COLUMNS[one.field], one.ids) if one.field in COLUMNS else None
