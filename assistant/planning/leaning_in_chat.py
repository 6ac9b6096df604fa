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
from assistant.planning.dates import Outlook as Looks
from assistant.planning.parts import Parts
from assistant.planning.staying import OWNED
from assistant.planning.timing import looks_of
from assistant.planning.tokens import key
from assistant.planning.words import Role
from assistant.query import Query

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
    if not WHO_IS_SO.match(text) or len(text.split()) > SHORT:
        return None
    pieces = before.reads(text.rstrip("?!. "))
    piece = pieces[0] if len(pieces) == 1 else None
    if piece is None or not piece.wanted or piece.stretches or piece.relatives or piece.unknown or piece.rankings:
        return None
    same = "person" in query.by and not piece.named and {one.metric for one in piece.wanted} <= set(query.metrics)
    if days.start is None or same or any(one.field == "person" for one in query.where):
        return None
    known = before.here.catalogue
    told = [known[one.metric] for one in piece.wanted if one.metric in known]
    old = known[query.metrics[0]]
    of_people = all("person" in one.by and one.timing is Timing.FLOW for one in (*told, old))
    hours = {old.unit, *(one.unit for one in told)} <= OF_PEOPLE
    if not told or not of_people or not hours or query.notes:
        return None
    away = any(one.name.startswith(AWAY) for one in (*told, old))
    ahead = days.start > before.here.knows_until
    is_ahead = looks_of(told[0]) is looks_of(known["free_hours"]) if "free_hours" in known else ahead
    same_days = ahead == is_ahead and not away and query.period_said and not NOW.search(text)
    said = f"{text.rstrip('?!. ')}{of_their_group(query, piece)}{f' {query.period_said}' if same_days else ''}"
    return said if said != text.rstrip("?!. ") else None


OF_PEOPLE = {Unit.HOURS, Unit.DAYS, Unit.PERCENT}
GROUPS = frozenset({"team", "job_title", "employment"})


def of_their_group(query: Query, piece: Parts) -> str:
    """As in "who is free", after the capacity of one team: of that team, where nobody else is named."""
    groups = [one for one in query.where if one.field in GROUPS and not one.negated]
    if piece.named or len(groups) < len(query.where):
        return ""
    return "".join(f" in {DIMENSIONS[one.field].noun} {' and '.join(one.names)}" for one in groups)


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
A_MONTH = said_as(
    rf"(?:(?:what about|how about|for|in) )*(?P<month>{'|'.join((*_MONTHS, *_SHORT, 'sept'))})"
    r"(?P<too>,? too|,? as well)?"
)


def _month_to_come(text: str, before: Before) -> str | None:
    """As in "and in December?", after the vacation of next month: the December that is nearest to it, of what was, too.

    What is forecast has no days gone by, unless it took the place of what was: "who worked on it", then "and next
    month", then "and in August".
    """
    found, days = A_MONTH.fullmatch(text), before.query.period
    today = before.here.today
    if found is None or days.start is None or before.called(found["month"]):
        return None  # "and May?" may be somebody
    metric = before.here.catalogue[before.query.metrics[0]]
    if days.start <= today and not _is_who_is_away(before):
        return None
    number = _SHORT.index(found["month"].casefold()[:3]) + 1
    year = today.year + (number < today.month)
    nearer = (days.start.year - year) * 12 + days.start.month - number + 6 < 0
    tracked = f"{title_of(earlier, before)} " if (earlier := _of_days_gone(before)) else ""
    is_planned = metric.name in OF_DAYS_TO_COME.values() and metric.name != "projected_revenue"
    was = nearer and (tracked or is_planned or looks_of(metric) is not Looks.FORECAST)
    month = f"{_MONTHS[number - 1].capitalize()} {year - bool(was)}"
    if found["too"] and not before.query.having:  # else other rows are told then
        return f"compared with {month}"
    return f"and {tracked if was else ''}in {month}"


def _is_who_is_away(before: Before) -> bool:
    """Whether people are told who have any leave, which is planned; nobody is sick on days to come."""
    query = before.query
    is_planned = not any(one.field == "category" for one in query.where) and query.having is not None
    return is_planned and query.metrics[0].startswith(AWAY[0]) and "person" in query.by


OF_DAYS_TO_COME = {
    "tracked_hours": "scheduled_hours",
    "billable_utilization": "scheduled_utilization",
    "total_utilization": "scheduled_utilization",
}


def _of_days_gone(before: Before) -> str:
    """The measure of days gone by that the one of days to come took the place of, just before; blank for none."""
    was = before.earlier.metrics[:1] if before.earlier else ()
    return was[0] if was and OF_DAYS_TO_COME.get(was[0]) == before.query.metrics[0] else ""


def _days_to_come(text: str, before: Before) -> str | None:
    """As in "and next month?", after who worked on something: who is booked on it then; and back again."""
    back = _of_days_gone(before)
    ahead = back or OF_DAYS_TO_COME.get(before.query.metrics[0], "")
    if ahead not in before.here.vocabulary.askable or len(before.query.metrics) > 1:
        return None
    fields = {*before.query.by, *(one.field for one in before.query.where)}
    piece = before.only(text, "stretches") if fields <= set(before.here.catalogue[ahead].by) else None
    if piece is None or len(piece.stretches) != 1 or any(one.role is not Role.CONTINUE for one in piece.marks):
        return None
    days = piece.stretches[0].found
    is_ahead = days.period.start is not None and days.period.start > before.here.knows_until
    is_meant = days.period.end < before.here.today if back else is_ahead
    return f"and {title_of(ahead, before)} {days.text}" if is_meant else None


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


_ROLE = r"(?P<{}>account manager|project manager|pm|producer|am)s?"
WHO_RUNS = said_as(
    rf"who(?:'s| is| are)(?: the| their| its)* {_ROLE.format('role')}"
    r"(?:(?: of| for| on)? (?:those|these|them|each(?: of (?:them|those))?|all of them))?|"
    rf"(?:who are )?(?:with )?their {_ROLE.format('theirs')}"
)


def _who_runs(text: str, before: Before) -> str | None:
    """As in "who's the PM of those", after projects: beside each of them."""
    found = WHO_RUNS.fullmatch(text)
    if found is None:
        return None
    is_client = (found["role"] or found["theirs"]).casefold() in ("account manager", "am")
    whose = "account_manager" if is_client else "project_manager"
    told = set(before.here.catalogue[before.query.metrics[0]].by)
    rows = [thing for thing, who in OWNED if who == whose and thing in before.query.by and {thing, who} <= told]
    nouns = [DIMENSIONS[one].noun for one in before.query.by]
    return f"by {', '.join(nouns)} and {DIMENSIONS[whose].noun}" if rows else None


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


_MOVED = (
    r"(?:drop|fall|decrease|decline|shrink|go down|lower|worsen|rise|increase|grow|go up|improve|change|move|jump|dip)"
    r"(?:p?ed|s|n)?(?: so (?:much|far|low|high))?"
)
WHY_DID = said_as(rf"why (?:did|has|have|does|is|was) (?P<name>\S.*?) {_MOVED}")


def _why_did(text: str, before: Before) -> str | None:
    """As in "why did Design drop", after teams: why theirs did."""
    found = WHY_DID.fullmatch(text)
    said = before.only(found["name"], "named") if found else None
    return f"why is {found['name']} so low" if found and said and not said.marks else None


WHO_IN = said_as(r"(?:who|which people|which of them)(?: is| are)? (?:in|at|from|of) (?P<name>\S.*)")


def _who_in(text: str, before: Before) -> str | None:
    """As in "who in Design", after a measure of teams: the same of their people."""
    found = WHO_IN.fullmatch(text)
    known = "person" in before.here.catalogue[before.query.metrics[0]].by and "person" not in before.query.by
    said = before.only(found["name"], "named") if found and known else None
    return f"only {found['name']} by person" if found and said and not said.marks else None


WAS_IT_SO = said_as(
    r"(?:was|is|were|are) (?:that|it|this|those|they|all of (?:it|that))(?: all)? (?P<part>billable|internal)"
)


def _was_it_so(text: str, before: Before) -> str | None:
    """As in "was that billable", after somebody's hours: how many of them."""
    found = WAS_IT_SO.fullmatch(text)
    if found is None or before.here.catalogue[before.query.metrics[0]].unit is not Unit.HOURS:
        return None
    return "and billable hours" if found["part"].casefold() == "billable" else "only internal"


WHAT_IS_LEFT = said_as(
    r"(?:what(?:'s| is)|how (?:much|many)(?: hours)? (?:is|are)) (?:still )?(?:left|free|over|remaining)"
)
OF_CAPACITY = ("scheduled_hours", "available_hours", "tentative_hours")


def _what_is_left(text: str, before: Before) -> str | None:
    """As in "what's left", after capacity and what of it is booked: the hours that are free."""
    is_so = WHAT_IS_LEFT.fullmatch(text) and before.query.metrics[0] in OF_CAPACITY and not before.query.where
    ahead = before.query.period.end >= before.here.today
    return f"and {title_of('free_hours', before)}" if is_so and ahead else None


NOW_INSTEAD = re.compile(
    r"\W*(?:and |but )?(?:(?:what about|how about|as of) )?(?:right )?(?:now|today)\W*", re.IGNORECASE
)


def _now_instead(text: str, before: Before) -> str | None:
    """As in "and now", after a state of an earlier day."""
    is_state = before.here.catalogue[before.query.metrics[0]].timing is Timing.STATE
    return f"and on {before.here.today}" if is_state and NOW_INSTEAD.fullmatch(text) else None


THE_ONE_BEFORE = said_as(r"(?:(?:what about|how about|for) )?the (?:one|period) before(?: (?:that|this|it))?")
UNITS = (("day", 1, 1), ("week", 7, 7), ("month", 28, 31), ("quarter", 90, 92), ("year", 365, 366))


def _the_one_before(text: str, before: Before) -> str | None:
    """As in "and the one before that", after a month: the month before."""
    days = before.query.period
    if not THE_ONE_BEFORE.fullmatch(text) or days.start is None:
        return None
    length = (days.end - days.start).days + 1
    unit = next((one for one, least, most in UNITS if least <= length <= most), "")
    # What is said so is read as a step of the period by what comes next.
    return f"and the {unit} before" if unit else None


LAST_YEAR = said_as(r"(?:(?:what about|how about|for|in|same|the same|thing) )*last year")
OF_A_YEAR = re.compile(rf"\b(?:{'|'.join((*_MONTHS, *_SHORT, 'sept'))}|q[1-4]|h[12]|half|quarter)\b", re.IGNORECASE)
COUNTED_FROM_TODAY = re.compile(r"\b(?:last|this|past|previous|next|since|to date|ytd)\b", re.IGNORECASE)


def _same_months_last_year(text: str, before: Before) -> str | None:
    """As in "and last year", after June to August or Q2: the same of the year before, and not all of it."""
    days, said = before.query.period, before.query.period_said
    is_named = OF_A_YEAR.search(said) is not None and COUNTED_FROM_TODAY.search(said) is None
    this_year = days.start is not None and days.start.year == days.end.year == before.here.today.year
    # It is read as a step of the period by what comes next.
    return "and the year before" if is_named and this_year and LAST_YEAR.fullmatch(text) else None


HOW_MANY_UNITS = said_as(r"how many (?P<unit>days|hours)(?: (?:was|is|were|are) (?:that|it|they|those))?")


def _how_many_units(text: str, before: Before) -> str | None:
    """As in "how many days", after days: they stand there."""
    found = HOW_MANY_UNITS.fullmatch(text)
    unit = {"days": Unit.DAYS, "hours": Unit.HOURS}[found["unit"].casefold()] if found else None
    told = before.here.catalogue[before.query.metrics[0]].unit
    return "show me the details" if found and told is unit else None


ON_A_SIDE = said_as(
    r"(?:who|which|what)(?: ones?| teams?| people| projects?)?(?: (?:is|are|was|were))? "
    r"(?P<way>under|below|behind|short|over|above|ahead)(?: of)?(?: (?:it|that|plan|(?:the |their )?target))?"
)


def _on_a_side(text: str, before: Before) -> str | None:
    """As in "who is under", after what each is off its target."""
    found = ON_A_SIDE.fullmatch(text)
    if found is None or before.query.metrics[0] not in AROUND_NOTHING[:-1] or not before.query.by:
        return None
    return "above 0" if found["way"].casefold() in ("over", "above", "ahead") else "below 0"


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
    _days_to_come,
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
    _why_did,
    _who_in,
    _was_it_so,
    _what_is_left,
    _now_instead,
    _the_one_before,
    _same_months_last_year,
    _how_many_units,
    _on_a_side,
)
