"""How old what is owed has become: "invoices more than 60 days overdue", "receivables over 90 days".

What is owed is kept by how many days past its due day it is: 1-30, 31-60, 61-90, 90+. An age that is one of these
borders picks exactly those buckets; for any other the nearest are offered.
"""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.here import Here
from assistant.query import Comparison, Filter, Plan, Query, Threshold

Stopped = Clarification | NoData | Unsupported

BUCKETS = ("1-30", "31-60", "61-90", "90+")
AFTER = {0: 0, 30: 1, 60: 2, 90: 3}
"""From which bucket on everything is so many days past its due day, or more."""

AGEING = "ageing"
COUNTS = ("overdue_invoice_count", "unpaid_invoice_count")
FROM_THE_DUE_DAY = "Days are counted from the day an invoice was due."

_OWED = r"(?:receivables?|debts?|debtors?|owed?|owes|owing|unpaid|overdue|outstanding|arrears|aged)"
_DEBTS = re.compile(rf"\b(?:invoices?|bills?|days? late|{_OWED})\b", re.IGNORECASE)
_ALREADY_OWED = re.compile(rf"\b{_OWED}\b", re.IGNORECASE)
_NO_DEBTS = re.compile(
    r"\b(?<!by )(?<!per )(?<!and )(?<!for )(?:tasks?|milestones?|hours|budgets?|projects?|deals?|timesheets?)\b",
    re.IGNORECASE,
)
"""What is late and no debt; "by project" only tells the debts apart."""

_HOW = r"more than|over|older than|longer than|beyond|at least|up to|at most|no more than|less than|under"
_BEING = r"(?:(?:that|which|who) )?(?:is|are|have been|has been) "
_LATE = r"(?:overdue|late|outstanding|open|unpaid|past due|past the due date|old|in arrears)"
_AGE = re.compile(
    rf"\b(?:{_BEING})?(?:{_LATE} )?(?:(?:by|for|since|of) )?"
    rf"(?:(?P<how>{_HOW}) (?P<count>\d+)|(?:between )?(?P<first>\d+) ?(?:-|to|and) ?(?P<last>\d+)) ?"
    rf"(?P<unit>days?|months?)(?: {_LATE})?\b",
    re.IGNORECASE,
)
DAYS_IN_A_MONTH = 30


@dataclass(frozen=True)
class Age:
    """Which buckets are asked for; none where the words lie between two of them, which `said` tells."""

    buckets: tuple[str, ...]
    said: str


def taken(here: Here) -> tuple[str, Age | None]:
    """The question without the age, and the age that is asked for, where what is owed is asked by it."""
    found = _AGE.search(here.text)
    if found is None or not _DEBTS.search(here.nameless) or _NO_DEBTS.search(here.nameless):
        return here.text, None
    rest = " ".join(f"{here.text[: found.start()].rstrip(' ,')} {here.text[found.end() :]}".split())
    return _of_what_is_owed(rest), Age(_buckets(found), found.group().strip())


def _of_what_is_owed(rest: str) -> str:
    """As in "invoices older than 60 days": invoices alone would be all that were ever sent."""
    if _ALREADY_OWED.search(rest):
        return rest
    invoices = re.sub(r"\b(invoices?|bills?)\b", r"overdue \1", rest, count=1, flags=re.IGNORECASE)
    return invoices if invoices != rest else f"overdue receivables {rest}".strip()


def _buckets(found: re.Match[str]) -> tuple[str, ...]:
    if found["first"]:
        same = [one for one in BUCKETS if one == f"{found['first']}-{found['last']}"]
        between = AFTER.get(int(found["first"])), AFTER.get(int(found["last"]))
        return tuple(same) or (BUCKETS[between[0] : between[1]] if None not in between else ())
    days = int(found["count"]) * (DAYS_IN_A_MONTH if found["unit"].casefold().startswith("month") else 1)
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
    if age is None or not isinstance(made, Plan):
        return made
    if not age.buckets:
        offered = [f"{here.bare} {one}" for one in ("over 30 days", "over 60 days", "over 90 days")]
        return misunderstandings.between_ages(age.said, offered)
    queries = [_so_old(one, age.buckets) for one in made.queries]
    if any(AGEING not in METRICS[one.metrics[0]].by for one in queries if one.metrics):
        return misunderstandings.not_understood(age.said, [], ())
    return replace(made, queries=tuple(queries))


def _so_old(query: Query, buckets: tuple[str, ...]) -> Query:
    """One query, of these buckets; how many invoices there are is told by the invoices themselves."""
    if query.metrics and query.metrics[0] in COUNTS:
        some = Threshold(Comparison.MORE, Fraction(0))
        query = replace(query, metrics=("overdue_receivables",), by=query.by or ("invoice",), having=some)
    understood = f"{query.understood} {FROM_THE_DUE_DAY}".strip()
    return replace(query, where=(*query.where, Filter(AGEING, buckets, buckets)), understood=understood)
