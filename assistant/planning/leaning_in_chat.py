"""Short follow-ups as they are typed in a chat, each said in the words that the rest of planning knows.

hours yesterday               who didn't log?             who didn't log yesterday
free hours next month         for whom?                   by person
vacation next month           and in December?            and in December 2026
utilization gap by team       who is furthest below?      the lowest one
cost by project, top 5        what's the profit then      and profit
revenue in 2025               how does this year compare  and this year compared with 2025
sick days by team             per head                    on average per person
hours by person above 100     drop that                   remove the limit
"""

import re
from collections.abc import Callable

from assistant.figures import LIMITS_OF_COLOURS, Unit
from assistant.metrics.definition import Kind, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.planning.before import TIMES, Before, said_as, title_of
from assistant.planning.timing import looks_of
from assistant.planning.tokens import key

WHO_IS_SO = re.compile(
    r"\W*(?:(?:and|so|but|ok) )*(?:who(?:'s| is| was| has| have| had| did| does| are| were|se)?\b"
    r"|which (?:people|ones?)\b"
    r"|(?:can|could|is|was|does|did) (?!(?:we|i|you|it|that|this|there)\b)[a-z]+\b)",
    re.IGNORECASE,
)
SHORT = 7
"""A question of so many words, of people and without days of its own, may be one of the days talked about."""
AWAY = ("absence", "leave")
NOW = re.compile(r"\b(?:now|currently|today|at the moment|ever|usually|always|normally)\b", re.IGNORECASE)


def _in_those_days(text: str, before: Before) -> str | None:
    """As in "who didn't log", after the hours of yesterday, or "who is overbooked", after what is booked next month.

    Who is away is so today, and free hours are never those of days gone by.
    """
    days, query = before.query.period, before.query
    if not WHO_IS_SO.match(text) or len(text.split()) > SHORT or not query.period_said or NOW.search(text):
        return None
    pieces = before.reads(text.rstrip("?!. "))
    piece = pieces[0] if len(pieces) == 1 else None
    if piece is None or not piece.wanted or piece.stretches or piece.relatives or piece.unknown or piece.rankings:
        return None
    if days.start is None or any(one.field == "person" for one in query.where):
        return None
    known = before.here.catalogue
    told = [known[one.metric] for one in piece.wanted if one.metric in known]
    old = known[query.metrics[0]]
    of_people = all("person" in one.by and one.timing is Timing.FLOW for one in (*told, old))
    hours = {old.unit, *(one.unit for one in told)} <= {Unit.HOURS, Unit.DAYS}
    away = any(one.name.startswith(AWAY) for one in (*told, old))
    if not told or not of_people or not hours or away or query.notes:
        return None
    ahead = days.start > before.here.knows_until
    is_ahead = looks_of(told[0]) is looks_of(known["free_hours"]) if "free_hours" in known else ahead
    if ahead != is_ahead:
        return None
    return f"{text.rstrip('?!. ')} {query.period_said}"


FOR_WHOM = said_as(r"(?:for (?:whom|who)|who are (?:they|these|those)|who(?:'s| is) (?:it|that))(?: exactly)?")


def _for_whom(text: str, before: Before) -> str | None:
    """As in "for whom?", or "who are they", after a total of people, or of clients."""
    if not FOR_WHOM.fullmatch(text):
        return None
    known = before.here.catalogue[before.query.metrics[0]].by
    rows = next((one for one in ("person", "client", "project") if one in known), "")
    if not rows or set(before.query.by) & {"person", "client"} or set(before.query.by) & set(TIME):
        return None
    return f"by {DIMENSIONS[rows].noun}"


_MONTHS = key("january february march april may june july august september october november december")
_SHORT = tuple(one[:3] for one in _MONTHS)
A_MONTH = said_as(rf"(?:(?:what about|how about|for|in) )*(?P<month>{'|'.join((*_MONTHS, *_SHORT, 'sept'))})")


def _month_to_come(text: str, before: Before) -> str | None:
    """As in "and in December?", after the vacation of next month: the December to come."""
    found, days = A_MONTH.fullmatch(text), before.query.period
    today = before.here.today
    if found is None or days.start is None or days.start <= today:
        return None
    number = _SHORT.index(found["month"].casefold()[:3]) + 1
    year = today.year + (number < today.month)
    return f"and in {_MONTHS[number - 1].capitalize()} {year}"


FURTHEST = said_as(
    r"(?:which|what|who)(?: one| [a-z]+)? (?:is|was|are|were) (?:the )?(?:furthest|farthest|most|worst|far)(?: away)?"
    r" (?P<way>below|behind|under|short|off|above|over|ahead)(?: of)?"
    r"(?: (?:it|that|the target|target|plan|their target))?"
)
AROUND_NOTHING = ("utilization_gap", "plan_variance_hours", "cost_variance", "schedule_variance", "free_hours")


def _furthest(text: str, before: Before) -> str | None:
    """As in "which team is furthest below", after what lies around nothing: the lowest, or the highest."""
    found = FURTHEST.fullmatch(text)
    if found is None or before.query.metrics[0] not in AROUND_NOTHING or not before.query.by:
        return None
    return "the highest one" if found["way"].casefold() in ("above", "over", "ahead") else "the lowest one"


AND_THEN = said_as(
    r"(?:what(?:'s| is| was| are| were)|how (?:much|high|big) (?:is|was)) (?:the|their|its) (?P<what>[a-z -]+?),? "
    r"(?:then|of (?:those|these|them)|for (?:those|these|them)|there)"
)


def _and_then(text: str, before: Before) -> str | None:
    """As in "what's the profit then", after rows that were told: of the same rows."""
    found = AND_THEN.fullmatch(text)
    said = before.only(found["what"], "wanted") if found and before.query.by else None
    return f"and {found['what']}" if found and said and not said.marks else None


COMPARES = said_as(r"(?:and )?how (?:does|do|did|has) (?P<when>(?:this|last|next) [a-z]+|q[1-4]|20\d\d|[a-z]+) compare")


def _compares(text: str, before: Before) -> str | None:
    """As in "how does this year compare", after another: that, compared with what was told."""
    found, days = COMPARES.fullmatch(text), before.query.period
    if found is None or days.start is None or not before.only(found["when"], *TIMES):
        return None
    return f"and {found['when']} compared with {before.query.period_said or f'{days.start} to {days.end}'}"


PER_HEAD = said_as(r"(?:(?:show|give|tell)(?: me)? )?(?:that |it |this )?(?:per|a) (?:head|capita|person on average)")


def _per_head(text: str, before: Before) -> str | None:
    """As in "per head", after a sum: the mean of the people it is of."""
    metric = before.here.catalogue[before.query.metrics[0]]
    is_sum = metric.kind is Kind.SUM and "person" in metric.by and not before.query.derived
    rows = "".join(f"by {DIMENSIONS[one].noun} " for one in before.query.by if one != "person" and one not in TIME)
    return f"{rows}on average per person" if PER_HEAD.fullmatch(text) and is_sum else None


MONEY_OF_IT = said_as(
    r"(?:how much|what) (?:did|does|do|has|have|will) (?:all )?(?:it|that|they|this|those|these|them|she|he)"
    r"(?: all)?(?: have)? (?P<verb>cost|costs|bring in|brought in|earn|earned|make|made)(?: us)?"
)


def _money_of_it(text: str, before: Before) -> str | None:
    """As in "how much did it cost", after the hours of some people on a project: just these."""
    found = MONEY_OF_IT.fullmatch(text)
    name = "cost" if found and found["verb"].casefold().startswith("cost") else "revenue"
    is_told = bool(before.query.where) and not (before.query.having or before.query.limit)
    return f"and {title_of(name, before)}" if found and is_told and name in before.here.vocabulary.askable else None


DROP_IT = said_as(
    r"(?:drop|remove|undo|take (?:off|away|out)|lose|scrap|cancel|skip|clear) (?:that|it|this)(?: again)?"
)


def _dropped(text: str, before: Before) -> str | None:
    """As in "drop that", after a limit: what was asked for last."""
    query = before.query
    if not DROP_IT.fullmatch(text):
        return None
    if query.having or query.limit:
        return "remove the limit"
    return "remove the comparison" if query.against and not query.why else None


EVERYONE = said_as(r"(?:(?:what about|how about|show(?: me)?|for) )*(?:everyone|everybody|all of them|the lot|all)")


def _everyone(text: str, before: Before) -> str | None:
    """As in "everyone", after the top ten clients: every client, and no people."""
    rows = [one for one in before.query.by if one not in TIME]
    if not EVERYONE.fullmatch(text) or not rows or rows[0] == "person" or before.query.where:
        return None
    return "all of them" if before.query.limit or before.query.having else "show me the details"


ONLY_SUCH = said_as(
    r"(?:only|just)(?: the)? (?P<which>\S.*?) (?:clients|customers|projects|people|accounts|jobs|matters)"
)


def _only_such(text: str, before: Before) -> str | None:
    """As in "only retainer clients", after clients: what is so of theirs, and not who has nothing else."""
    found = ONLY_SUCH.fullmatch(text)
    said = before.only(found["which"], "named") if found and before.query.by else None
    return f"only {found['which']}" if found and said and not said.marks else None


_BILLABLE = r"(?:non[- ]?|un)?billable"
SPLIT = said_as(
    rf"(?:(?:split|break|show|separate)(?: (?:it|that|them|this))?(?: down| up)? )?(?:by |into |in )?"
    rf"{_BILLABLE}(?: (?:hours|time))? (?:and|vs\.?|versus|/|&|or) {_BILLABLE}(?: (?:hours|time))?"
)


def _split(text: str, before: Before) -> str | None:
    """As in "split by billable and non-billable", after hours: both beside them."""
    of_hours = "tracked_hours" in before.query.metrics and not before.query.derived
    return "add billable hours and non-billable hours" if of_hours and SPLIT.fullmatch(text) else None


WHO_RUNS = said_as(
    r"who(?:'s| is| are)(?: the| their| its)* (?P<role>account manager|project manager|pm|producer|am)s?"
    r"(?: of| for| on)? (?:those|these|them|each(?: of (?:them|those))?|all of them)"
)


def _who_runs(text: str, before: Before) -> str | None:
    """As in "who's the PM of those", after projects: beside each of them."""
    found = WHO_RUNS.fullmatch(text)
    if found is None:
        return None
    is_client = found["role"].casefold() in ("account manager", "am")
    rows, who = ("client", "account_manager") if is_client else ("project", "project_manager")
    known = {rows, who} <= set(before.here.catalogue[before.query.metrics[0]].by)
    return f"by {DIMENSIONS[rows].noun} and {DIMENSIONS[who].noun}" if known and rows in before.query.by else None


COLOURED = said_as(
    r"(?:(?:which|what|show|only|just|the|me|ones?|are|is|those|that) )*"
    rf"(?P<colour>{'|'.join(LIMITS_OF_COLOURS)})(?: ones?| projects?| only)?"
)


def _red_ones(text: str, before: Before) -> str | None:
    """As in "only the red ones", after how budgets burn by project: their health."""
    found, name = COLOURED.fullmatch(text), before.query.metrics[0]
    of_budgets = name.startswith(("burn", "budget", "forecast_over")) and "project" in before.query.by
    if found is None or not of_budgets or "health" not in before.here.vocabulary.askable:
        return None
    return f"and {title_of('health', before)} by project {LIMITS_OF_COLOURS[found['colour'].casefold()]}"


WHAT_ELSE = said_as(
    r"what else (?:is|are|'s) (?P<state>outstanding|open|unpaid|overdue|owed|due)"
    r"(?: (?:for|from|with|by|of|on) (?:them|it|him|her|this one|that one))?"
)


def _what_else(text: str, before: Before) -> str | None:
    """As in "what else is outstanding for them", after what a client was invoiced."""
    found = WHAT_ELSE.fullmatch(text)
    return f"what is {found['state']}?" if found and before.query.where else None


LAST: tuple[Callable[[str, Before], str | None], ...] = (_in_those_days,)
"""What is tried where no other follow-up is known: nearly a question of its own."""

RULES: tuple[Callable[[str, Before], str | None], ...] = (
    _for_whom,
    _month_to_come,
    _furthest,
    _and_then,
    _compares,
    _per_head,
    _money_of_it,
    _dropped,
    _everyone,
    _only_such,
    _split,
    _who_runs,
    _red_ones,
    _what_else,
)
