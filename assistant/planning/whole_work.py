"""What is told from its beginning until now, as what a piece of work has cost; and what is due on whatever day."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

import pyarrow.compute as pc

from assistant.agency.periods import Period
from assistant.metrics.definition import Metric, Outlook, Timing
from assistant.metrics.dimensions import TIME
from assistant.planning.dates import Found
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import Role
from assistant.query import Filter

WHOLE_WORK = ("project", "budget", "deal")
"""What has a beginning of its own, so that "so far" means from there."""

ALL_WORK = (*WHOLE_WORK, "client")

WORK_DONE = Guarded(
    r"\b(?:has|have|'ve)\b(?:\s+[\w&'-]+){0,4}?\s+(?:cost|spent|earned|made|billed|invoiced|charged|logged|tracked|clocked|"
    r"worked|put|brought|generated|paid|recorded|collected|received|gone|incurred|burned|delivered)\b",
    re.IGNORECASE,
)
"""As in "how much has Acme cost us": all that was done for it until now."""

IN_ALL = Guarded(
    r"\b(?:(?<!of )(?<!of the )(?<!of our )total|in total|altogether|all in(?=\W*$)|all told|all in all|in sum)\b",
    re.IGNORECASE,
)
"""As in "total hours on Apollo"."""


def of_the_whole_work(metric: Metric, parts: Parts, here: Here, where: Iterable[Filter] = ()) -> bool:
    """Whether a total of one piece of work is asked, of which no month is meant: "how much has Acme cost us".

    So it is of a project that was over before last month, in which there is nothing of it.
    """
    if metric.timing is not Timing.FLOW or metric.outlook is not Outlook.ACTUAL or "project" not in metric.by:
        return False
    over_time = any(set(one.dimensions) & set(TIME) for one in parts.groupings)
    moved = parts.relatives or parts.mark(
        Role.TREND, Role.CHANGE, Role.WHY, Role.AVERAGE, Role.CUMULATIVE, Role.ANNUALISED, Role.NOW
    )
    if over_time or moved or metric.usual_period:
        return False
    return of_work(parts, ALL_WORK) and (in_all(here) or _is_over(where, here))


def _is_over(where: Iterable[Filter], here: Here) -> bool:
    """Whether all projects that are named ended before last month began, and are done."""
    named = {id_ for one in where if one.field == "project" and not one.negated for id_ in one.ids}
    if not named:
        return False
    first = (here.today.replace(day=1) - timedelta(days=1)).replace(day=1)
    rows = here.view.rows("projects", ("project_id", "status", "end_date")).to_pylist()
    over = {one["project_id"] for one in rows if one["status"] in OVER and one["end_date"] and one["end_date"] < first}
    return named <= over


OVER = frozenset({"done", "archived"})


def in_all(here: Here) -> bool:
    """Whether all that was done until now is meant."""
    return bool(IN_ALL.search(here.nameless) or WORK_DONE.search(here.nameless))


def of_work(parts: Parts, kinds: Sequence[str]) -> bool:
    """Whether some work of these kinds is named."""
    return any(one.dimension in kinds for named in parts.named if not named.negated for one in named.readings)


def whatever_day(here: Here) -> Period:
    """All days on which an invoice is due, those that have passed, too."""
    last = pc.min_max(here.view.rows("invoices", ("due_on",)).column("due_on"))["max"].as_py()
    return Period(None, max(here.today, last or here.today), ANY_DAY)


ANY_DAY = "whatever day they are due"


EVENTS = frozenset(
    {"projects_starting", "joiners", "leavers", "won_deals", "lost_deals", "won_value", "lost_value", "new_deals"}
)
"""What happens on one day."""


STILL_OPEN = "issued_open"
"""As in "what is still open of invoices issued before July": of all that were ever sent by then."""


def is_of_all_before(metric: Metric, found: Found) -> bool:
    """As in "projects started before 2025": whenever that was."""
    return (
        metric.name in (*EVENTS, STILL_OPEN)
        and found.period.start is None
        and found.phrase.startswith(("before ", "prior to "))
    )


def of_finished(where: Iterable[Filter]) -> bool:
    """Whether projects that are over are asked for by name of their status."""
    return any(one.field == "status" and not one.negated and set(one.ids) & OVER for one in where)
