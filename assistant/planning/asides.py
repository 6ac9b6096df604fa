"""Short remarks about the answer before: take a filter away, go back, show it once more in another form."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Unsupported
from assistant.planning import not_followed
from assistant.planning.tokens import key
from assistant.query import Order, Plan, Query, Turn

_PLEASE = r"(?:(?:please|ok|okay|now|and|then|can you|could you) )*"
_TAKE_AWAY = r"(?:forget|remove|drop|clear|reset|lose|ignore|delete|take away|without|no|no more)"
_SHOW = r"(?:(?:show|give|draw|plot|see|display|make|put|chart|graph)(?: me)?(?: (?:it|that|this|them))? ?)?"


def _remark(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_PLEASE}{pattern}(?: again)?(?:,? please)?[.!?]*", re.IGNORECASE)


NO_FILTER = _remark(rf"{_TAKE_AWAY} (?:all )?(?:of )?(?:the |that |my |any |these |those |all )?filters?")
NO_SUCH_FILTER = _remark(rf"{_TAKE_AWAY} (?:the |that |my )?(?P<what>.{{1,60}}?) filter")
NO_LIMIT = _remark(rf"{_TAKE_AWAY} (?:the |that |my )?(?:limit|limits|threshold)")
NO_COMPARISON = _remark(rf"{_TAKE_AWAY} (?:the |that |my )?comparison")
NO_BREAKDOWN = _remark(rf"(?:{_TAKE_AWAY} (?:the |that |my )?breakdown|(?:just |only )?(?:the |in )?total(?: only)?)")
ONCE_MORE = _remark(
    rf"{_SHOW}(?:as |in |with |on )?(?:a |an |the )?(?:bar |line )?"
    r"(?:chart|graph|plot|diagram|table|rows?|source rows?|details?|underlying rows?|entries|proof|numbers)"
    r"(?: (?:behind|under|underneath) (?:it|that|this))?"
)
AS_A_FILE = _remark(
    r"(?:(?:export|download|save|send|get|give|put|open|copy|can i (?:get|have)|could i (?:get|have))(?: me| us)?"
    r"(?: (?:it|that|this|them|those|these|the (?:table|data|list)))?(?: (?:to|as|in|into|for|from))?(?: an?| my)? ?"
    r"(?:excel|xlsx?|csv|spreadsheet|google sheets?)(?: file| sheet)?"
    r"|(?:(?:to|as|in|into) )?(?:an? )?(?:excel|xlsx?|csv|spreadsheet)(?: file| sheet)?"
    r"|(?:export|download)(?: (?:it|that|this|them|those|these|the (?:table|data|list)))?)"
)
"""As in "export to excel": every table can be had as a file, so it is shown once more."""

_IT = r"(?:that|this|the|these|those|it)"
PROOF = _remark(
    rf"(?:(?:and )?(?:where|how) (?:does|do|did|have) (?:{_IT}|you|we)(?: (?:numbers?|figures?|result|one))? "
    rf"(?:come from|get (?:{_IT}|there|to that)(?: number| figure)?|calculate {_IT}|work {_IT} out)"
    rf"|how do (?:you|we|i) know(?: that)?|(?:prove|justify) {_IT}"
    r"|(?:can i|let me) see the (?:rows|source|proof|details))"
)
"""As in "where does that number come from": every answer names its rows, so it is shown once more."""

BY_HOW_MUCH = _remark(
    r"(?:and )?(?:by )?how (?:much|far|many)(?: exactly| over| under| below| above)?(?: in (?:percent|per cent|%))?"
)
FIRST = _remark(
    rf"{_SHOW}(?:only |just |what about |how about )*(?:the )?(?P<end>first|top) "
    r"(?P<count>\d+|one|two|three|four|five|ten)(?: (?:of (?:them|these|those)|ones?|rows?|lines?|only))*"
)
ALL_OF_THEM = _remark(
    rf"(?:{_SHOW}(?:me )?(?:all|every one)(?: of (?:them|those|these))?"
    rf"|{_SHOW}(?:me )?(?:the )?(?:whole|full|complete|entire) (?:list|table|lot))"
)
"""As in "all of them", after some of them."""
BACK = _remark(
    r"(?:(?:go )?back(?: to (?:the )?(?:one before|(?:previous|earlier|last)(?: (?:one|question|answer|table|topic))?"
    r"|one (?:we|i) had before|question before|what we had(?: before)?))?"
    r"|undo(?: that)?|(?:the )?(?:previous|earlier) (?:one|question|answer|table))"
)


def _wider(query: Query) -> Query:
    """Without what picked some of its rows; else without the last filter."""
    if query.having or query.limit or query.by_change:
        return replace(query, having=None, limit=None, by_change=None)
    return replace(query, where=query.where[:-1])


def _in_total(query: Query) -> Query:
    """All of it in one row, and so no share, mean or running total of its rows."""
    of_rows = query.derived is not None and query.derived.part is None and not query.derived.of
    derived = None if of_rows else query.derived
    return replace(query, by=(), having=None, order=None, limit=None, derived=derived)


_CHANGES: tuple[tuple[re.Pattern[str], Callable[[Query], Query]], ...] = (
    (NO_FILTER, lambda one: replace(one, where=(), of_those=None)),
    (NO_LIMIT, lambda one: replace(one, having=None, limit=None)),
    (NO_COMPARISON, lambda one: replace(one, against=None, why=False)),
    (NO_BREAKDOWN, _in_total),
    (ONCE_MORE, lambda one: one),
    (ALL_OF_THEM, _wider),
    (PROOF, lambda one: one),
    (AS_A_FILE, lambda one: one),
    (BY_HOW_MUCH, lambda one: one),
)


def takes_away(text: str) -> bool:
    """Whether a filter is taken away, and so whoever it names is asked about no more."""
    return bool(NO_SUCH_FILTER.fullmatch(text))


def meant(text: str, after: Turn | None) -> Plan | Unsupported | None:
    """The plan before as a remark changes it; None for what is no such remark, or with nothing before it.

    It is a plan like any other, and authorised anew.
    """
    if BACK.fullmatch(text):
        return Plan(after.before.queries) if after and after.before else not_followed.nothing_to_go_back_to()
    if after is None or after.plan is None:
        return None
    for pattern, change in _CHANGES:
        if pattern.fullmatch(text):
            return Plan(tuple(dict.fromkeys(change(one) for one in after.plan.queries)))
    first = FIRST.fullmatch(text)
    if first:
        return _first(first["count"].casefold(), after.plan, is_top=first["end"].casefold() == "top")
    found = NO_SUCH_FILTER.fullmatch(text)
    return _without(found["what"], after.plan) if found else None


def before_the_rest(text: str, after: Turn | None) -> tuple[str, Turn] | None:
    """As in "forget the filter, by team": what is asked behind such a remark, and the plan it is asked of."""
    if after is None or not _CUT.search(text) or not _TAKES_AWAY.match(text):
        return None
    first, rest = _CUT.split(text, maxsplit=1)
    left = meant(first, after)
    return (rest, replace(after, plan=left, before=after.plan)) if rest and isinstance(left, Plan) else None


_CUT = re.compile(r", (?:and |but |then )*|;? (?:and|but|then) (?:then )?", re.IGNORECASE)
_TAKES_AWAY = re.compile(rf"{_PLEASE}{_TAKE_AWAY} ", re.IGNORECASE)

PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "other": 1, "third": 2, "3rd": 2, "last": -1, "latest": -1}
COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}


def _first(count: str, plan: Plan, *, is_top: bool) -> Plan | None:
    """As in "only the first two": so many of the rows as they were told, the highest first where nothing said how.

    The first months are those that come first, the top ones are the highest.
    """
    if not all(one.by for one in plan.queries):
        return None
    number = COUNTS.get(count) or int(count)
    over_time = [bool(set(one.by) & set(TIME)) and not is_top for one in plan.queries]
    ranked = (Order.ASC, Order.DESC)
    orders = [
        one.order if one.order in ranked else None if timed else Order.DESC
        for one, timed in zip(plan.queries, over_time, strict=True)
    ]
    queries = (replace(one, limit=number, order=order) for one, order in zip(plan.queries, orders, strict=True))
    return Plan(tuple(queries))


def _without_the_one_at(place: int, query: Query) -> list[Query]:
    """Without a filter, or one of the names of the only one, by its place; nothing where there is none."""
    alone = query.where[0] if len(query.where) == 1 else None
    several = len(alone.ids) if alone else len(query.where)
    if not -several <= place < several:
        return []
    if alone is None or several == 1:
        return [replace(query, where=tuple(one for one in query.where if one != query.where[place]))]
    kept = [at for at in range(several) if at != place % several]
    ids, names = tuple(alone.ids[at] for at in kept), tuple(alone.names[at] for at in kept)
    return [replace(query, where=(replace(alone, ids=ids, names=names),))]


def _without(what: str, plan: Plan) -> Plan | Unsupported | None:
    """Without the filter that is called so, by its kind ("the client filter"), by a name in it or by its place."""
    said = key(what)
    place = PLACES.get(what.casefold().strip())
    if place is not None:
        kept = [one for query in plan.queries for one in _without_the_one_at(place, query)]
        return Plan(tuple(dict.fromkeys(kept))) if len(kept) == len(plan.queries) else not_followed.no_such_filter()

    def is_meant(field: str, names: tuple[str, ...]) -> bool:
        return said == key(DIMENSIONS[field].noun) or any(said == key(name) for name in names)

    fields = {one.field for query in plan.queries for one in query.where if is_meant(one.field, one.names)}
    if not fields:
        return None
    kept = [replace(one, where=tuple(f for f in one.where if f.field not in fields)) for one in plan.queries]
    return Plan(tuple(dict.fromkeys(kept)))
