"""Rows held against the mean of them all: "who logged more than the team average", "clients with above-average margin".

The mean of a sum is over the rows that have any of it; that of a rate is the rate of all of them together. Somebody's
own usual amount ("below their average") is another thing: `against_a_mean.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric, Outlook, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import derived, misunderstandings
from assistant.planning.dates_words import NUMBERS
from assistant.planning.examples import MOST, ROWS, allowed, instead
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.things import THINGS
from assistant.planning.words import LESS_IS_BETTER, Role
from assistant.query import Comparison, Filter, Order, Plan, Query, Threshold, ToMean

Stopped = Clarification | NoData | Unsupported

PERCENT = 100
ONCE = Fraction(1)

_ROWS = (
    r"(?:people|persons?|employees?|staff|colleagues?|team ?members?|developers?|designers?|consultants?|contractors?|"
    r"clients?|customers?|accounts?|projects?|jobs?|teams?|departments?|budgets?|services?|job titles?|roles?|"
    r"retainers?|vendors?|categories|account managers?|project managers?|days?|weeks?|months?|quarters?)"
)
_MEAN = r"(?:averages?|avg\.?|mean)"
_EVERYBODY = (
    r"(?:(?:whole|entire|overall|general|total|combined|company|agency|firm|studio|office|team|group|department|"
    r"house|staff|peer|collective)(?:['’]s)?(?:[- ]wide)? )+"
)
_OF_ALL = (
    r"(?:of|for|across|among|over) (?:(?:all(?: of)?(?: (?:the|our|their))?|the (?:whole|entire)|the|our|their|other) "
    rf"(?:{_ROWS}|team|company|agency|firm|group|others|rest|peers)|everyone|everybody|all|them all|all of them)"
)
_WHOSE = (
    rf"(?:(?:the|our|an?) )?(?:(?P<all>{_EVERYBODY}{_MEAN}(?: {_OF_ALL})?|{_MEAN} {_OF_ALL}|average {_ROWS})"
    rf"|(?P<group>[^\W\d][\w&'’-]*(?: [\w&'’-]+)?) (?:team|department)(?:['’]s)? {_MEAN}"
    rf"|{_MEAN} (?:of|for|in) (?:the )?(?P<team>[^\W\d][\w&'’-]*(?: [\w&'’-]+)?) (?:team|department)"
    rf"|(?P<proper>(?-i:[A-Z])[\w&'’-]*(?: (?-i:[A-Z])[\w&'’-]*)?) {_MEAN}|(?P<bare>{_MEAN}))"
)
_SIDE = (
    r"(?:(?:well|far|much|way|clearly|significantly|slightly|still|even|a lot) )?"
    r"(?:(?P<most>at most|no more than|not (?:above|over))|(?P<least>at least|no less than|not (?:below|under))"
    r"|(?P<equal>exactly|equal to)|(?P<more>(?:more|higher|greater|better|longer|bigger|larger|busier) than|above|over|"
    r"exceed(?:s|ed|ing)?|beats?|outperform(?:s|ed|ing)?)"
    r"|(?P<less>(?:less|fewer|lower|worse|smaller|shorter) than|below|under))"
)
_TIMES = rf"(?:(?P<times>twice|double|half|(?:\d+(?:\.\d+)?|{'|'.join(NUMBERS)}) times) (?:of )?)?"
_BY_PERCENT = r"(?:(?P<percent>\d+(?:[.,]\d+)?) ?(?:%|percent|per cent) )?"
_BE = r"(?:(?:is|are|was|were|has been|have been) )?"
_HOW_FAR = Guarded(
    r"^how (?:far|much) (?:is|are|was|were) (?P<who>[^?]{2,40}?) (?:away )?"
    r"(?:from|off|above|below|over|under) (?=[^?]*\b(?:average|mean)\b)"
    r"(?P<whose>(?:the |our )?(?:team |company |agency |overall )?(?:average|mean)) (?P<what>[a-z][a-z ]*?)"
    r"(?=\W*$| (?:this|last|in|for|since|by)\b)",
    re.IGNORECASE,
)
"""As in "how far is Ana from the average hours": her hours beside those of all."""
_BESIDE = (
    r"(?:(?:compare[sd]?|comparing|in comparison|measure[sd]?|stand(?:s|ing)?|stack(?:s|ed)? up|hold(?:s|ing)? up|"
    r"doing|relative) (?:to|with|against)|vs\.?|versus|against|next to)"
)
_END = r"(?=\W*$|[,;?]| (?:by|per|in|for|on|at|across|with|this|last|next|since|and|during|over|when|from)\b)"

_PICKED = Guarded(rf"(?:,? )\b{_BE}{_BY_PERCENT}{_SIDE} {_TIMES}{_WHOSE}{_END}", re.IGNORECASE)
_HELD = Guarded(rf"(?:,? )\b{_BE}{_BESIDE} {_WHOSE}{_END}", re.IGNORECASE)
_ADJECTIVE = Guarded(
    r"(?:^|(?: an?)? )(?:(?P<more>above|over|(?:higher|greater|better|more|larger|bigger|longer)[- ]than)"
    r"|(?P<less>below|under|(?:lower|worse|less|fewer|smaller|shorter)[- ]than))[- ](?P<bare>average)"
    r"(?= (?!(?:on|in|for|at|last|this|by|per|since|and|or)\b)[a-z])",
    re.IGNORECASE,
)
_BEFORE_ITS_MEASURE = Guarded(
    r"(?P<mean>\b(?:above|below|over|under|(?:more|less|fewer|higher|lower) than|vs\.?|versus|against) "
    rf"(?:(?:the|our) )?(?:{_EVERYBODY}{_MEAN}|(?:(?<=the )|(?<=our )){_MEAN}"
    r"(?! (?:\w+ )?(?:rates?|size|value|deals?|price)\b)|"
    rf"(?:twice|double|half|\w+ times) (?:the |our )?{_MEAN}|[\w&'’-]+ (?:team|department) {_MEAN}|{_MEAN} {_OF_ALL})) "
    r"(?=[a-z])(?!(?:by|per|in|for|on|at|across|with|this|last|next|since|and|or|during|over|when|from|of|among)\b)"
    rf"(?!{_ROWS}\b)",
    re.IGNORECASE,
)
"""As in "below the agency average utilization": the measure behind what it is held against."""
_OF_AN_AVERAGE = Guarded(
    r"\b(?P<mean>(?:above|below|over|under|(?:more|less|higher|lower) than) (?:(?:the|our|an?) )?average)"
    r"(?= (?:billable |hourly |cost |bill |billing )+rates?\b)",
    re.IGNORECASE,
)
"""As in "clients above the average billable rate", which is an average itself."""
_BETWEEN = Guarded(
    r"\b(?P<way>more|less|fewer|higher|lower|bigger|larger|longer|better) "
    r"(?P<what>(?!than\b)[a-z]+(?: (?!than\b)[a-z]+){0,2}) than "
    r"(?=(?:(?:twice|double|half|\w+ times) )?(?:(?:the|our|an?) )?(?:[\w&'’-]+ ){0,3}?"
    rf"(?:{_MEAN}\b|average {_ROWS}))",
    re.IGNORECASE,
)
"""As in "more overtime than the average": overtime, more than it."""
_COMPARE = Guarded(
    r"^(?:please |can you |could you )*compare (?P<what>[^?]+?) (?:with|to|against) "
    rf"(?=(?:[\w&'’-]+ ){{0,4}}?{_MEAN}\b|average {_ROWS})",
    re.IGNORECASE,
)
_ASKS = r"(?:(?:and|so|please|show(?: me)?|list|give me|find|are there|is there|do we have|how many|all|any|our|the) )*"
_SUBJECT = rf"(?P<rows>who(?:se)?|anyone|anybody|(?:(?:which|what) )?{_ROWS})"
_HAS_ROWS = Guarded(rf"^{_ASKS}{_SUBJECT}\b|\b(?:by|per) {_ROWS}\b", re.IGNORECASE)
_IN_TERMS_OF = (
    r"(?:for|in terms of|on|in|regarding|when it comes to) "
    r"(?P<what>(?!(?:this|last|next|the (?:last|past)|q[1-4]|h[12]|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b)[a-z].+)$"
)
_ARE_AT = Guarded(
    rf"^{_ASKS}{_SUBJECT}(?: who| that)?(?: is|['’]s| are| was| were| has| have| had)? {_IN_TERMS_OF}", re.IGNORECASE
)
"""What is left of "who is above average for utilization"."""
_IS_AT = Guarded(rf"^(?:is|are|was|were) (?P<who>[^?]+?) {_IN_TERMS_OF}", re.IGNORECASE)
_OF_ONE = Guarded(rf"^(?P<who>(?-i:[A-Z])[\w.'’-]*(?: [\w.'’-]+){{0,3}}?) {_IN_TERMS_OF}", re.IGNORECASE)
"""What is left of "Ana vs the team average for utilization"."""
_HAVE = Guarded(
    rf"^{_ASKS}{_SUBJECT}(?: who| that)? (?:with|has|have|had|having|show(?:s|ed)?)(?: an?| the)? (?P<what>.+)$",
    re.IGNORECASE,
)
_WHOSE_IS = Guarded(r"^(?P<rows>whose) (?P<what>(?:(?!\b(?:is|was|are|were)\b).)+)$", re.IGNORECASE)
_DOES = Guarded(r"\b(?:work(?:s|ed|ing)?|log(?:s|ged)?|track(?:s|ed)?|record(?:s|ed)?)$", re.IGNORECASE)
_ASKS_HOW = Guarded(r"^(?:so |and )?how (?:do|does|did|is|are|was|were|has|have) ", re.IGNORECASE)
_ANYBODY = Guarded(r"^(?:who(?:se)?|anyone|anybody)$", re.IGNORECASE)


@dataclass(frozen=True)
class Held:
    """What rows are held against, in the words of the question, and on which side of it they are asked for."""

    said: str
    limit: Threshold | None = None
    in_percent: bool = False
    own_team: bool = False


def taken(here: Here) -> tuple[str, Held | None]:
    """The question without these words, and how its rows are held against their mean; as it is where they are not."""
    text = _COMPARE.sub(r"\g<what> vs ", _BETWEEN.sub(r"\g<what> \g<way> than ", here.bare))
    text = _HOW_FAR.sub(lambda one: f"{one['what']} of {one['who']} vs the average of all people", text)
    text = _OF_AN_AVERAGE.sub(r"\g<mean> for average", _BEFORE_ITS_MEASURE.sub(r"\g<mean> for ", text))
    found = _PICKED.search(text) or _ADJECTIVE.search(text) or _HELD.search(text)
    if found is None or not re.search(rf"\b{_MEAN}\b", here.nameless, re.IGNORECASE):
        return here.text, None
    groups = {name: value for name, value in found.groupdict().items() if value}
    has_rows = _HAS_ROWS.search(text) is not None
    if "bare" in groups and (found.re is _HELD.put or not has_rows):
        return here.text, None
    group = groups.get("group") or groups.get("team") or groups.get("proper")
    before = text[: found.start()]
    hours = " hours" if _DOES.search(before) else ""
    of_group = f" of the {group} team" if group else ""
    rest = _ASKS_HOW.sub("", " ".join(f"{before}{hours}{of_group}{text[found.end() :]}".split()))
    limit = _limit(groups)
    own = "team" in groups.get("all", "").casefold()
    return _by_its_rows(rest), Held(found.group().strip(" ,"), limit, "percent" in groups, own_team=own)


def _limit(groups: dict[str, str]) -> Threshold | None:
    """On which side of the mean, or of so many times it."""
    op = next((one for name, one in _SIDES.items() if name in groups), None)
    if op is None:
        return None
    times = _times(groups.get("times", ""))
    if "percent" in groups:
        part = Fraction(groups["percent"].replace(",", ".")) / PERCENT
        times = ONCE - part if op in (Comparison.LESS, Comparison.AT_MOST) else ONCE + part
    return Threshold(op, times)


_SIDES = {
    "more": Comparison.MORE,
    "less": Comparison.LESS,
    "most": Comparison.AT_MOST,
    "least": Comparison.AT_LEAST,
    "equal": Comparison.EQUAL,
}
_WORDS = {"": ONCE, "twice": Fraction(2), "double": Fraction(2), "half": Fraction(1, 2)}


def _times(said: str) -> Fraction:
    word = said.casefold().removesuffix(" times")
    known = _WORDS.get(word)
    return known if known is not None else Fraction(NUMBERS.get(word, word))


def _by_its_rows(rest: str) -> str:
    """What is left with its measure first: "utilization by person" for "who is for utilization"."""
    at = _IS_AT.search(rest)
    if not at and not _HAS_ROWS.search(rest):
        at = _OF_ONE.search(rest)
    if at:
        return f"{at['what']} of {at['who']}"
    found = _ARE_AT.search(rest) or _HAVE.search(rest) or _WHOSE_IS.search(rest)
    if not found:
        return rest
    rows = "person" if _ANYBODY.search(found["rows"]) else re.sub("(?i)^(?:which|what) ", "", found["rows"])
    return f"{found['what']} by {rows}"


def told(made: Plan | Stopped, held: Held | None, here: Here) -> Plan | Stopped:
    """The plan with its rows held against their mean; said where that cannot be."""
    if held is None or isinstance(made, (NoData, Unsupported)):
        return made
    if isinstance(made, Clarification):
        return replace(made, options=tuple(f"{one.rstrip('?!. ')} {held.said}" for one in made.options))
    found = [_of(one, held, here) for one in made.queries]
    queries = tuple(one for one in found if isinstance(one, Query))
    stopped = tuple(one for one in found if not isinstance(one, Query))
    return replace(made, queries=queries, not_planned=(*stopped, *made.not_planned)) if queries else stopped[0]


def _of(query: Query, held: Held, here: Here) -> Query | Stopped:
    metric = here.catalogue.get(query.metrics[0]) if query.metrics else None
    others = query.against or query.derived or query.in_each or query.in_so_many or query.why or query.target
    if metric is None or len(query.metrics) > 1 or others or _limits(query):
        return no_mean_of_rows_beside(held.said)
    if counts_rows(metric):
        return misunderstandings.which_measure(measures(query, held.said, here))
    if not has_a_mean(metric) or (held.in_percent and metric.kind is not Kind.SUM):
        return no_mean_of_rows(metric, held.said, instead(metric, here))
    if not query.by or any(one.field == query.by[0] and not one.negated for one in query.where):
        return _of_somebody(query, held, metric, here)
    return _of_rows(query, held, metric, here)


def _as_judged(held: Held, metric: Metric) -> Held:
    """As in "better than average": the lower side of it where less of it is better."""
    limit = held.limit if _JUDGED.search(held.said) and metric.name in LESS_IS_BETTER else None
    turned = {Comparison.MORE: Comparison.LESS, Comparison.LESS: Comparison.MORE}
    return replace(held, limit=replace(limit, op=turned.get(limit.op, limit.op))) if limit else held


_JUDGED = Guarded(r"\b(?:better|worse)\b", re.IGNORECASE)


def _of_rows(query: Query, held: Held, metric: Metric, here: Here) -> Query | Stopped:
    held = _as_judged(held, metric)
    if len(query.by) > 1:
        return no_mean_of_rows_beside(held.said)
    if set(query.by) & set(TIME):
        whole = derived.whole_units(query, query.by[0], metric, here)
        if not isinstance(whole, Query):
            return whole
        query = whole
    order = query.order
    if held.limit and not set(query.by) & set(TIME):
        below = held.limit.op in (Comparison.LESS, Comparison.AT_MOST)
        order = order or (Order.ASC if below else Order.DESC)
    return replace(query, having=None, order=order, to_mean=ToMean(held.limit))


_COUNTS = frozenset({one for thing in THINGS.values() for one in (thing.metric, thing.active) if one} | {"headcount"})


def counts_rows(metric: Metric) -> bool:
    """Whether it is the rows themselves that are counted, so that no measure was named: "clients above average"."""
    return metric.name in _COUNTS


def measures(query: Query, said: str, here: Here) -> list[str]:
    """The same question with a measure."""
    rows = query.by[0] if query.by else next((row for row in ROWS if row in here.catalogue[query.metrics[0]].by), "")
    row = DIMENSIONS[rows].noun if rows else "person"
    of_them = [one for one in allowed(here, Outlook.ACTUAL) if has_a_mean(one) and (not rows or rows in one.by)]
    said = " ".join([re.sub("^(?:is|are|was|were) ", "", said), query.period_said]).strip()
    return [f"{one.title} by {row} {said}" for one in of_them if one.timing is Timing.FLOW][:MOST]


def has_a_mean(metric: Metric) -> bool:
    """Whether there is a mean of its rows: it is added up, or a rate of what is added up."""
    return metric.kind in (Kind.SUM, Kind.RATIO) and not metric.over_all and metric.unit not in (Unit.DATE, Unit.HEALTH)


def _limits(query: Query) -> bool:
    """Whether rows are kept by a limit of another kind; that there is any of it is none."""
    return query.having is not None and query.having != Threshold(Comparison.MORE, Fraction(0))


def _of_somebody(query: Query, held: Held, metric: Metric, here: Here) -> Query | Stopped:
    """As in "Ana's utilization vs the team average": a row by its name, and the mean of all of its kind."""
    only = next((one for field in _NAMED for one in query.where if one.field == field and not one.negated), None)
    if only is None:
        rows = [row for row in ROWS if row in metric.by][:3]
        return misunderstandings.which_rows(metric, [f"{here.bare} by {row}?" for row in rows])
    where = tuple(one for one in query.where if one is not only)
    team = team_of(only, here) if held.own_team and only.field == "person" and not where else None
    if team:
        where = (team,)
    return replace(query, by=(only.field,), where=where, having=None, to_mean=ToMean(only=only))


_NAMED = ("person", "project", "client", "service", "job_title", "team", "project_manager", "account_manager")


def team_of(only: Filter, here: Here) -> Filter | None:
    """The team that all of these people are in; none where they are in several."""
    rows = here.view.rows("people", ("person_id", "team")).to_pylist()
    teams = {row["team"] for row in rows if row["person_id"] in only.ids}
    [team] = teams if len(teams) == 1 else [None]
    return Filter("team", (team,), (team,)) if team else None


def still(one: Query | Stopped, before: Query, piece: Parts, here: Here) -> Query | Stopped:
    """A follow-up to rows held against their mean is told so again, where it leaves rows to hold."""
    asked = before.to_mean
    if asked is None or not isinstance(one, Query) or one.to_mean or piece.mark(Role.ALL, Role.MEANING):
        return one
    named = next((by for by in one.where if one.by == (by.field,) and not by.negated), None)
    if asked.only and not named and asked.only.field not in one.by:
        return one if any(by.field == asked.only.field for by in one.where) else _only(one, asked.only)
    if len(one.by) != 1 or one.against or one.derived or one.why or one.having or one.among or not one.metrics:
        return _only(one, asked.only) if asked.only and not named else one
    if not has_a_mean(METRICS[one.metrics[0]]):
        return _only(one, asked.only) if asked.only and not named else one
    if named:
        where = tuple(by for by in one.where if by is not named)
        team = team_of(named, here) if asked.only and named.field == "person" else None
        if team and [by.field for by in where] == ["team"]:  # the mean of their own team
            where = (team,)
        return replace(one, where=where, to_mean=ToMean(only=named))
    return replace(one, to_mean=asked, order=one.order or before.order)


def _only(one: Query, only: Filter) -> Query:
    """The query of those alone that were told beside the mean of all."""
    return replace(one, where=(*one.where, only)) if only.field in METRICS[one.metrics[0]].by else one


def no_mean_of_rows(metric: Metric, said: str, suggestions: Sequence[str]) -> Unsupported:
    """What is read off of each item, held against a mean of them all."""
    return Unsupported(
        f"{metric.title} cannot be held against the mean of all rows (“{said}”). Name the limit instead.",
        suggestions=tuple(suggestions),
    )


def no_mean_of_rows_beside(said: str) -> Unsupported:
    """Several numbers or breakdowns, or another limit, that are to be held against the mean of all rows as well."""
    return Unsupported(
        f"I can hold one number, by person, team, project or the like, against the mean of them all (“{said}”); not "
        "together with a development, a share or another limit."
    )
