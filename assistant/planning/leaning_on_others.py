"""Short follow-ups that hold what was told against others, leave some out, or ask what the number is.

utilization of Ana            how is she compared to the team       of Ana vs the team average
hours by person               just development                      only team Development
hours by person               and if we don't count freelancers     without freelancers
hours of a project            is that more than planned             and plan variance
utilization                   how is that calculated                how is utilization calculated
"""

import re
from collections.abc import Callable

from assistant.metrics.dimensions import DIMENSIONS
from assistant.metrics.explained import can_be_explained
from assistant.planning import staying
from assistant.planning.before import Before, said_as, title_of

_HOW = r"how (?:is|are|does|do|did|was|were) (?:she|he|they|it|that|this|those|these|her|his)(?: [a-z]+){0,2}?"
_BESIDE = (
    r"(?:(?:in )?compar(?:e|ed|es|ing|ison)(?: (?:it|that|this|her|him|them))?(?: (?:to|with|against))?"
    r"|vs\.?|versus|against)"
)
BESIDE_OTHERS = said_as(
    rf"(?:{_HOW} )?{_BESIDE} (?:the |her |his |their |its |our |all )*(?:(?P<rest>rest(?: of (?:the|her|his|their|our) "
    r"[a-z]+)?|others|other [a-z]+s|everyone else|everybody else|colleagues|peers|team ?mates)"
    r"|(?:whole |entire |overall )?(?P<all>team|department|company|agency|firm|studio|office)(?:['’]?s)?"
    r"(?: as a whole)?(?: average| avg| mean)?|(?:average|avg|mean)(?: of (?:the )?(?P<of>[a-z]+))?)"
)
OF_A_TEAM = ("team", "department")
OF_ONE = ("person", "team", "client", "project")


def _beside_the_others(text: str, before: Before) -> str | None:
    """As in "how is she compared to the team", after somebody's hours: those beside the mean of her team."""
    found, query = BESIDE_OTHERS.fullmatch(text), before.query
    one = query.where[0] if len(query.where) == 1 else None
    alone = one is not None and one.field in OF_ONE and len(one.ids) == 1 and not one.negated
    if found is None or one is None or not alone or query.by or query.why or query.derived:
        return None
    whose = (found["all"] or found["of"] or ("team" if one.field == "person" else "company")).casefold()
    if whose in OF_A_TEAM and one.field != "person":
        return None
    others = found["rest"] or ("the team average" if whose in OF_A_TEAM else "the company average")
    days = query.period_said or (f"{query.period.start} to {query.period.end}" if query.period.start else "")
    of = f"{DIMENSIONS[one.field].noun} {one.names[0]}"
    return " ".join(f"{title_of(query.metrics[0], before)} of {of} {days} vs {others}".split())


COMPARED = said_as(
    r"(?P<asks>how (?:does|do|did) (?:that|it|this|they|those|these) compare|compare (?:that|it|this|them|those|these))"
    r" (?:to|with|against) (?P<other>(?!.*\btarget)\S.*)"
    r"|(?:vs\.?|versus|compared (?:to|with)) (?P<name>(?!.*\btarget)\S.*)"
)


def _compared(text: str, before: Before) -> str | None:
    """As in "compare that to August", or to another client: both, side by side."""
    found = COMPARED.fullmatch(text)
    if found is None:
        return None
    other, named = found["other"] or found["name"], [one for one in before.query.where if not one.negated]
    one = named[0] if len(named) == len(before.query.where) == 1 and len(named[0].ids) == 1 else None
    called = [word for word in before.called(other.rstrip("?!. ")) if one and word.dimension == one.field]
    called = [word for word in called if word.is_whole] or called
    if one and len(called) == 1 and one.field in OF_ONE and not before.query.by and not before.query.derived:
        noun = DIMENSIONS[one.field].noun
        return f"only {noun} {one.names[0]} and {noun} {called[0].label} by {noun}"
    return f"compared with {other}" if found["asks"] else None


ONLY_CALLED = said_as(
    r"(?:only|just)(?: for| in| the)* (?P<name>[a-z][a-z &-]*?)(?: team| only)?|(?P<other>[a-z][a-z &-]*?) only"
)


def _only_called(text: str, before: Before) -> str | None:
    """As in "just development", after the hours of people: the team that is called by an ordinary word."""
    found = ONLY_CALLED.fullmatch(text)
    told = before.here.catalogue[before.query.metrics[0]].by
    named = [one for one in before.called(found["name"] or found["other"]) if one.is_whole] if found else []
    teams = [one for one in named if one.dimension == "team" and one.dimension in told]
    return f"only team {teams[0].label}" if len(teams) == 1 and "service" not in before.query.by else None


NOT_COUNTED = said_as(
    r"(?:(?:what )?if |when )?(?:we|you|i) (?:(?:don['’]?t|do not|didn['’]?t|did not) (?:count|include|consider)"
    r"|(?:leave|take|left|took)(?= \S.* out)|(?:exclude|ignore|leave out|take out|skip)d?) (?P<who>\S.*?)(?: out)?"
)


def _not_counted(text: str, before: Before) -> str | None:
    """As in "and if we don't count the freelancers": the same without them."""
    found = NOT_COUNTED.fullmatch(text)
    who = re.sub(r"^(?:the|our|any|all) ", "", found["who"]) if found else ""
    piece = before.reads(f"without {who}")[0] if who else None
    # "If we exclude vacation" leaves out nothing of hours.
    is_of_it = piece and piece.named and not staying.leaving_out_leave(piece, before.query).wanted
    return f"without {who}" if is_of_it else None


THAN_PLANNED = said_as(
    r"(?:is|was|are|were) (?:that|it|this|they|those|these) (?:(?:more|less|higher|lower|over|under|above|below|fewer|"
    r"within|in line|on|ahead|behind)(?: of)?) ?(?:than|with|to)?(?: what)?(?: (?:the|our|we|was|were|is|had|it|have))*"
    r" (?:plan|planned|booked|scheduled)(?: for)?"
)


def _than_planned(text: str, before: Before) -> str | None:
    """As in "is that more than planned", after hours: how far they are from what was booked."""
    is_so = "tracked_hours" in before.query.metrics and THAN_PLANNED.fullmatch(text)
    return f"and {title_of('plan_variance_hours', before)}" if is_so and not before.query.derived else None


_IT = r"(?:it|that|this|they|those|these|the number)"
CALCULATED = said_as(
    rf"how (?:is|are|was|were) {_IT} (?:being )?(?:calculated|computed|defined|measured|worked out)"
    rf"|how (?:do|did|does) (?:you|we|it) (?:calculate|compute|define|measure|work out) {_IT}"
    rf"|how (?:do|did) (?:you|we) work {_IT} out|what does {_IT} mean|what(?:['’]s| is) (?:in|included in) {_IT}"
    rf"|(?:what(?:['’]s| is) )?(?:the )?(?:formula|definition|calculation)(?: (?:for|of|behind) {_IT})?"
    rf"|(?P<plain>explain(?: {_IT})?)"
)


def _calculated(text: str, before: Before) -> str | None:
    """As in "how is that calculated": what the measure means; "explain" of what can be told why stays that."""
    found, name = CALCULATED.fullmatch(text), before.query.metrics[0]
    if found is None or (found["plain"] and can_be_explained(before.here.catalogue[name])):
        return None
    return f"how is {title_of(name, before)} calculated"


SINCE_THE_START = said_as(
    r"(?:since|from) (?:the )?(?:very )?(?:start|beginning|outset|day one|day 1|kick[- ]?off|it started|we started)"
    r"(?: of (?:it|the project|the job))?|(?:over|for) (?:the )?(?:whole|entire) (?:project|job|time)|all[- ]time|ever"
)
OF_WORK = ("project", "client", "budget")


def _since_the_start(text: str, before: Before) -> str | None:
    """As in "since the start", after the hours on a project last month: all of them."""
    query = before.query
    is_of_it = len(query.where) == 1 and query.where[0].field in OF_WORK and not query.where[0].negated
    if not is_of_it or not SINCE_THE_START.fullmatch(text) or query.having or query.limit or query.derived:
        return None
    of = f"{DIMENSIONS[query.where[0].field].noun} {' and '.join(query.where[0].names)}"
    rows = "".join(f" by {DIMENSIONS[one].noun}" for one in query.by)
    return f"{title_of(query.metrics[0], before)}{rows} for {of} since the start"


RULES: tuple[Callable[[str, Before], str | None], ...] = (
    _beside_the_others,
    _compared,
    _only_called,
    _not_counted,
    _than_planned,
    _calculated,
    _since_the_start,
)
