"""Follow-ups that act on a column made of others, or on rows picked by one: by the difference, above a share.

revenue of Q3 vs Q2 by client      sort by the difference      by how far each of them moved
revenue by client as percentage    only above 20 %             of the share, and not of the revenue
top 3 clients by revenue           which projects             which client is asked back: who they were is not kept
"""

import re
from dataclasses import replace

from assistant.agency.periods import Period
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Clarification
from assistant.planning import not_followed
from assistant.planning.before import Before, said_as
from assistant.planning.leaning import BARE_ROWS
from assistant.planning.tokens import key
from assistant.query import ByChange, Form, Order, Plan, Query, Threshold

BY_HOW_FAR = said_as(
    r"(?:sort|order|rank)(?:ed)?(?: (?:it|them|that|this|those))? by (?:that|it|this|(?:the )?(?:change|difference|"
    r"diff|delta|growth|move|increase|drop|decrease))(?: (?:in|as) (?:percent|%|percentage))?"
    r"|(?:the )?(?:biggest|largest|top) (?:movers?|changes?|swings?|differences?)"
)
ON = re.compile(r"^\W*(?:and )?on (?=what|which)", re.IGNORECASE)
ONLY = re.compile(r"^\W*(?:(?:and|only|just|those|the ones|ones|show|with|that are) )*", re.IGNORECASE)


def ranked(text: str, before: Query) -> Plan | None:
    """As in "sort by the difference", after a comparison."""
    if (
        not BY_HOW_FAR.fullmatch(text)
        or not before.against
        or not before.by
        or before.why
        or set(before.by) & set(TIME)
    ):
        return None
    bare = replace(before, derived=None, metrics=before.metrics[:1], having=None, limit=None)
    return Plan((replace(bare, by_change=ByChange(), order=Order.DESC),))


def limited(text: str, before: Before) -> Plan | None:
    """As in "only above 20 %", after shares: of the share, and not of what it is a share of."""
    query, made = before.query, before.query.derived
    if made is None or made.form not in (Form.SHARE, Form.RATIO) or not query.by or made.part or made.limit:
        return None
    said = before.only(ONLY.sub("", text), "bounds")
    bounds = said.bounds if said else ()
    if len(bounds) != 1 or not bounds[0].percent:
        return None
    limit = Threshold(bounds[0].op, bounds[0].value / 100)
    return Plan((replace(query, derived=replace(made, limit=limit)),))


def of_rows_that_are_gone(text: str, before: Before) -> Clarification | None:
    """As in "which people", after the two teams with the most: who these were is not remembered."""
    query, found = before.query, BARE_ROWS.fullmatch(ON.sub("", text))
    picked = query.limit or (query.order and ON.match(text))
    if found is None or not picked or not query.by or set(query.by) & set(TIME):
        return None
    said = () if found["who"] else key(found["noun"])
    nouns = {name: (one.noun, *one.also_called) for name, one in DIMENSIONS.items() if name not in TIME}
    rows = "person" if found["who"] else next((one for one in nouns if said in map(key, nouns[one])), "")
    is_gone = rows and rows not in query.by and not any(one.field in query.by for one in query.where)
    return not_followed.which_row(DIMENSIONS[query.by[0]].noun) if is_gone else None


A_FIFTH_LONGER = 1.2


def are_as_long(one: Period, other: Period) -> bool:
    """Whether two periods are of about one length: a quarter is nothing to hold a year against."""
    if one.start is None or other.start is None:
        return one.start is other.start
    short, long = sorted(((one.end - one.start).days + 1, (other.end - other.start).days + 1))
    return long <= short * A_FIFTH_LONGER
