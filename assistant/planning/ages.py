"""How old what is owed has become: "invoices more than 60 days overdue", "receivables over 90 days".

What is owed is kept by how many days past its due day it is: 1-30, 31-60, 61-90, 90+. An age that is one of these
borders picks exactly those buckets; for any other the nearest are offered.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.agency.units import show_day
from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.words import NUMBERS
from assistant.query import Comparison, Filter, OfThose, Plan, Query, Some, Threshold

Stopped = Clarification | NoData | Unsupported

BUCKETS = ("1-30", "31-60", "61-90", "90+")
AFTER = {0: 0, 30: 1, 60: 2, 90: 3}
"""From which bucket on everything is so many days past its due day, or more."""

AGEING = "ageing"
COUNTS = ("overdue_invoice_count", "unpaid_invoice_count")
FROM_THE_DUE_DAY = "Days are counted from the day an invoice was due."

_OWED = r"(?:receivables?|debts?|debtors?|owed?|owes|owing|unpaid|overdue|outstanding|arrears|aged)"
_DEBTS = Guarded(rf"\b(?:invoices?|bills?|days? late|{_OWED})\b", re.IGNORECASE)
_ALREADY_OWED = Guarded(rf"\b(?:{_OWED}|open(?= (?:invoices?|bills?)\b))\b", re.IGNORECASE)
_NO_DEBTS = Guarded(
    r"\b(?<!by )(?<!per )(?<!and )(?<!for )(?:tasks?|milestones?|hours|budgets?|projects?|deals?|timesheets?)\b",
    re.IGNORECASE,
)
"""What is late and no debt; "by project" only tells the debts apart."""

PAID = ("paid", "settled")

_HOW = r"more than|over|older than|longer than|beyond|at least|up to|at most|no more than|less than|under"
_BEING = r"(?:(?:that|which|who) )?(?:is|are|have been|has been) "
_LATE = r"(?:overdue|late|outstanding|open|unpaid|past due|past the due date|old|in arrears)"
_AGE = Guarded(
    rf"\b(?:{_BEING})?(?:{_LATE} )?(?:(?:by|for|since|of) )?"
    rf"(?:(?P<how>{_HOW}) (?P<count>\d+|an?|one|two|three|four|six)|"
    rf"(?:between )?(?P<first>\d+) ?(?:-|to|and) ?(?P<last>\d+)) ?"
    rf"(?P<unit>days?|weeks?|months?)(?: {_LATE})?\b",
    re.IGNORECASE,
)
DAYS_IN_A_MONTH = 30
DAYS_IN_A = {"day": 1, "week": 7, "month": DAYS_IN_A_MONTH}

_LATE_TASKS = Guarded(
    r"\btasks?\b(?=.*\b(?:overdue|late|past due|delayed|open|in arrears)\b)|"
    r"\b(?:overdue|late|delayed) (?:\w+ )?tasks?\b",
    re.IGNORECASE,
)
_ALREADY_OWED_MONEY = Guarded(r"\b(?:invoices?|bills?|receivables?|debts?)\b", re.IGNORECASE)
_IS_LATE = Guarded(r"\b(?:overdue|late|past due|delayed)\b", re.IGNORECASE)
_COUNTED = Guarded(r"\b(?:how many|number of|count)\b", re.IGNORECASE)
FROM_THE_TASKS_DAY = "Days are counted from the day a task was due."


@dataclass(frozen=True)
class Age:
    """Which buckets are asked for; none where the words lie between two of them, which `said` tells."""

    buckets: tuple[str, ...]
    said: str
    first: int = 0
    last: int = 0
    """At least and, if not 0, at most so many days past the day a task was due, or a deal came up."""

    of_deals: bool = False


def taken(here: Here) -> tuple[str, Age | None]:
    """The question without the age, and the age that is asked for, where what is owed is asked by it."""
    found = _AGE.search(here.text)
    if found and _LATE_TASKS.search(here.nameless) and not _ALREADY_OWED_MONEY.search(here.nameless):
        return _of_tasks(here, found)
    if found and _DEALS.search(here.nameless) and not _DEBTS.search(here.nameless):
        return _of_deals(here, found)
    if found and here.text[: found.start()].rstrip().casefold().endswith(PAID):
        return _of_what_was_paid(here.text, found), None
    if found is None or not _DEBTS.search(here.nameless) or _NO_DEBTS.search(here.nameless):
        return here.text, None
    rest = " ".join(f"{here.text[: found.start()].rstrip(' ,')} {here.text[found.end() :]}".split())
    return _of_what_is_owed(rest), Age(_buckets(found), found.group().strip())


def _of_what_was_paid(text: str, found: re.Match[str]) -> str:
    """As in "invoices paid more than 30 days late": so late it was paid, and it is owed no more."""
    if not found["how"] or not _IS_LATE.search(found.group()):
        return text
    before = text[: found.start()].rstrip().rpartition(" ")[0]
    days = _number(found["count"]) * DAYS_IN_A[found["unit"].casefold().rstrip("s")]
    return f"{before} with days paid late {found['how']} {days}{text[found.end() :]}".strip()


def _number(said: str) -> int:
    """As in "more than two weeks", "over a month"."""
    said = said.casefold()
    return int(said) if said.isdigit() else NUMBERS.get(said, 1)


def _of_tasks(here: Here, found: re.Match[str]) -> tuple[str, Age | None]:
    """As in "tasks more than 30 days overdue": those that were due so long ago, by their own day."""
    rest = " ".join(f"{here.text[: found.start()].rstrip(' ,')} {here.text[found.end() :]}".split())
    overdue = (
        rest if _IS_LATE.search(rest) else re.sub(r"\b(tasks?)\b", r"overdue \1", rest, count=1, flags=re.IGNORECASE)
    )
    return overdue, Age((), found.group().strip(), *_days(found))


def _days(found: re.Match[str]) -> tuple[int, int]:
    """At least and, if not 0, at most so many days."""
    unit = DAYS_IN_A[found["unit"].casefold().rstrip("s")]
    if found["first"]:
        return int(found["first"]) * unit, int(found["last"]) * unit
    days, how = _number(found["count"]) * unit, found["how"].casefold()
    least = days if how == "at least" else days + 1
    most = days - 1 if how in ("less than", "under") else days
    return (1, most) if how in BELOW else (least, 0)


def _of_deals(here: Here, found: re.Match[str]) -> tuple[str, Age | None]:
    """As in "deals open for more than 90 days", "open deals older than 3 months": those that came up so long ago."""
    if not _BEEN.search(found.group()):
        return here.text, None
    rest = " ".join(f"{here.text[: found.start()].rstrip(' ,')} {here.text[found.end() :]}".split())
    if not _STILL.search(rest):
        rest = re.sub(r"\b(deals?|opportunit(?:y|ies))\b", r"open \1", rest, count=1, flags=re.IGNORECASE)
    return rest, Age((), found.group().strip(), *_days(found), of_deals=True)


_DEALS = Guarded(r"\b(?:deals?|opportunit(?:y|ies))\b", re.IGNORECASE)
_BEEN = re.compile(r"\bold|\bopen\b", re.IGNORECASE)
_STILL = re.compile(r"\b(?:open|pipeline|won|lost|new)\b", re.IGNORECASE)
FROM_THE_DEALS_DAY = "Days are counted from the day a deal came up."


def _of_what_is_owed(rest: str) -> str:
    """As in "invoices older than 60 days": invoices alone would be all that were ever sent."""
    if _ALREADY_OWED.search(rest):
        return rest
    invoices = re.sub(r"\b(?:open )?(invoices?|bills?)\b", r"overdue \1", rest, count=1, flags=re.IGNORECASE)
    return invoices if invoices != rest else f"overdue receivables {rest}".strip()


def _buckets(found: re.Match[str]) -> tuple[str, ...]:
    if found["first"]:
        same = [one for one in BUCKETS if one == f"{found['first']}-{found['last']}"]
        between = AFTER.get(int(found["first"])), AFTER.get(int(found["last"]))
        return tuple(same) or (BUCKETS[between[0] : between[1]] if None not in between else ())
    days = _number(found["count"]) * DAYS_IN_A[found["unit"].casefold().rstrip("s")]
    how = found["how"].casefold()
    if how in ("at least", "less than", "under"):
        days -= 1
    first = AFTER.get(days)
    if first is None:
        return ()
    return BUCKETS[:first] if how in BELOW else BUCKETS[first:]


def words_for(buckets: tuple[str, ...]) -> str:
    """The buckets as they are read back: "more than 60 days past due"."""
    first, last = buckets[0], buckets[-1]
    if last == BUCKETS[-1] and first != last:
        return f"more than {int(first.split('-')[0]) - 1} days past due"
    if len(buckets) == 1:
        return f"more than {first.rstrip('+')} days past due" if first == BUCKETS[-1] else f"{first} days past due"
    return f"at most {last.split('-')[1]} days past due"


BELOW = frozenset({"up to", "at most", "no more than", "less than", "under"})


def told(made: Plan | Stopped, age: Age | None, here: Here) -> Plan | Stopped:
    """The plan, of what is so old alone; where no border lies there, those that do are offered."""
    if age is not None and isinstance(made, Clarification):
        return replace(made, options=tuple(f"{one.rstrip('?')} {age.said}" for one in made.options))
    if age is None or not isinstance(made, Plan):
        return made
    if age.first:
        since = _so_long_open if age.of_deals else _so_late
        return replace(made, queries=tuple(since(one, age, here) for one in made.queries))
    if not age.buckets:
        offered = [f"{here.bare} {one}" for one in ("over 30 days", "over 60 days", "over 90 days")]
        return misunderstandings.between_ages(age.said, offered)
    queries = [_so_old(one, age.buckets) for one in made.queries]
    if any(AGEING not in METRICS[one.metrics[0]].by for one in queries if one.metrics):
        return misunderstandings.not_understood(age.said, [], ())
    return replace(made, queries=tuple(queries))


def _so_late(query: Query, age: Age, here: Here) -> Query:
    """Open tasks by the day they were due, those of the days that are so long ago."""
    if query.metrics[:1] != ("overdue_tasks",):
        return query
    by = query.by or (() if _COUNTED.search(here.text) else ("task",))
    understood = f"{query.understood} {FROM_THE_TASKS_DAY}".strip()
    return replace(
        query,
        metrics=("tasks_due",),
        by=by,
        period=_since(age, "due by", here),
        period_said="",
        understood=understood,
    )


def _since(age: Age, called: str, here: Here) -> Period:
    """The days so long ago."""
    until = here.knows_until - timedelta(days=age.first)
    since = here.knows_until - timedelta(days=age.last) if age.last else None
    shown = show_day(until, here.view.settings.locale)
    return Period(since, until, f"{called} {shown}" if since is None else in_days(Stretch(since, until)))


def _so_long_open(query: Query, age: Age, here: Here) -> Query:
    """What is asked of deals, of those alone that came up so long ago."""
    if query.of_those or not query.metrics or "deal" not in METRICS[query.metrics[0]].by:
        return query
    came_up = OfThose("deal", (Some("new_deals", _since(age, "up to", here)),))
    return replace(query, of_those=came_up, understood=f"{query.understood} {FROM_THE_DEALS_DAY}".strip())


def _so_old(query: Query, buckets: tuple[str, ...]) -> Query:
    """One query, of these buckets; how many invoices there are is told by the invoices themselves."""
    if query.metrics and query.metrics[0] in COUNTS:
        some = Threshold(Comparison.MORE, Fraction(0))
        query = replace(query, metrics=("overdue_receivables",), by=query.by or ("invoice",), having=some)
    understood = f"{query.understood} {FROM_THE_DUE_DAY}".strip()
    return replace(
        query,
        where=(*(one for one in query.where if one.field != AGEING), Filter(AGEING, buckets, buckets)),
        understood=understood,
    )
