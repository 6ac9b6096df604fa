"""What points at the rows of the last answer, and cannot be asked of how they were picked: asked of them by name.

which client owes us the most?    what projects do they have     projects of that client
the project with the least margin who works on it                hours by person on that project
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from assistant.agency.periods import Period
from assistant.figures import Unit
from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.permissions.words import listed
from assistant.planning import looking_ahead
from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.names import IN_CHARGE
from assistant.planning.picked_rows import FIRST_BY_THIS
from assistant.planning.words import COUNTED
from assistant.query import Filter, Order, Plan, Query, Question, Turn

POINTS = re.compile(
    r"\b(?:it|its|they|their|theirs|them|those|these|that one|this one|he|she|his|her|him|"
    r"that (?:team|person|client|customer|account|project|budget|retainer|deal)|(?:of|for|on|with) each(?: one)?)\b|"
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\bthere\W*$|"
    r"^\W*(?:and |but )*(?:on (?:which|what)\b|why(?: is that| so)?\W*$)",
    re.IGNORECASE,
)
"""What points at rows; "how many clients are there" points at none."""
_ONE = re.compile(r"\b(?:it|its|that one|this one|he|she|his|her|him)\b|\bthere\W*$", re.IGNORECASE)
"""What points at one row, and at none of several."""
_WITHIN = re.compile(
    r"\b(?:\w+s|people|staff|everyone|everybody)\b[^,;?]* (?:and|with|by|or|plus) (?:its|their|his|her)\b|"
    r"\b(?:who|that|where|whose|which|than|because|if) they\b",
    re.IGNORECASE,
)
"""As in "people and their hours": who is meant is said in the question itself."""
_AND_THEN = re.compile(
    r"\b(?:how many|which|what) (?!about\b)(?:[\w-]+ ){0,2}(?:\w+s|people|staff) "
    r".*\band (?:who|what|which|when|how|where)\b",
    re.IGNORECASE,
)
"""Before "them" of "how many projects are over budget and who runs them", these are whom it means."""
Stopped = Clarification | NoData | Unsupported
Planned = Plan | Stopped | Learned | ToLookAfter


def told(made: Planned, question: Question, here: Here, again: Callable[[Question], Planned]) -> Planned:
    """The same outcome; where those it points at were lost, or could not be told, what is asked of them by name.

    So is "and receivables", after the top five by revenue, which would tell five others.
    """
    after = question.after
    placed = _in_their_place(question.text, after.shown) if after and after.shown and not after.options else ""
    if placed:
        return again(replace(question, text=placed))
    others = isinstance(made, Plan) and any(one.understood == FIRST_BY_THIS for one in made.queries)
    if after is None or after.plan is None or not (others or _points(question.text)):
        return made
    before = after.plan.queries[-1]
    shown = _meant(after.shown) or (() if others else _named(before))
    if not shown or not isinstance(made, Plan | Stopped):
        return made
    if _are_too_many(question.text, shown):
        if after.shown and _is_ranked(before, here):
            shown = tuple(replace(one, ids=one.ids[:1], names=one.names[:1]) for one in shown)
            after = replace(after, shown=shown)
        elif not _cuts(before):
            return made
    if isinstance(made, Plan) and not _loses(made, shown, before) and not _FOR_THEM.search(question.text):
        return made
    dated = bool(find_periods(here.nameless, here.today, here.calendar))
    asked = ((again(one), lost and not dated) for one, lost in _of_them(question, after, shown, before))
    whole = next((one for one, lost in asked if isinstance(one, Plan) and _is_whole(one, shown, lost=lost)), None)
    return _of_each(_as_it_stands(whole, before, here), shown) if whole else made


_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
_IN_A_PLACE = re.compile(
    rf"\bthe (?P<place>{'|'.join(_PLACES)}|last) "
    rf"(?P<noun>one|{'|'.join(one.noun for one in DIMENSIONS.values())})\b"
    r"(?! (?:of|in) (?:the|this|last|next|a|each)\b)",
    re.IGNORECASE,
)


def _in_their_place(text: str, shown: Sequence[Filter]) -> str:
    """As in "and the second one", after a few rows: the one that stood there, by its name; blank where none is said."""
    found = _IN_A_PLACE.search(text)
    if found is None or len(shown) != 1:
        return ""
    rows, said = shown[0], found["place"].casefold()
    noun, at = DIMENSIONS[rows.field].noun, -1 if said == "last" else _PLACES.index(said)
    if found["noun"].casefold() not in ("one", noun) or not at < len(rows.names) > 1:
        return ""
    name = rows.names[at] if rows.field == "person" else f"{noun} {rows.names[at]}"
    return f"{text[: found.start()]}{name}{text[found.end() :]}"


def _is_ranked(before: Query, here: Here) -> bool:
    """As in "who is lowest there", of what hardly two have the same: the first of the rows is whom it asks for."""
    alike = here.catalogue[before.metrics[0]].unit in (Unit.COUNT, Unit.PEOPLE, Unit.DAYS) if before.metrics else True
    return before.order in (Order.ASC, Order.DESC) and not (before.limit or before.against or alike)


def _of_each(made: Plan, shown: Sequence[Filter]) -> Plan:
    """As in "are those over budget": which of them are, and not all of them together."""
    several = tuple(one.field for one in shown if len(one.ids) > 1)
    each = (replace(one, by=several) if one.having and not one.by else one for one in made.queries)
    return replace(made, queries=tuple(each)) if several else made


def _of_them(
    question: Question, after: Turn, shown: tuple[Filter, ...], before: Query
) -> Iterator[tuple[Question, bool]]:
    """The question after one about those that were shown; with their names in it, of the old days and without them."""
    if after.shown and not _FOR_THEM.search(question.text):
        yield replace(question, after=_by_name(after, shown, before)), False
    text = _with_names(question.text, shown)
    if before.period_said:
        yield replace(question, text=f"{text.rstrip('?!. ')} {before.period_said}", after=None), False
    yield replace(question, text=text, after=None), bool(before.period_said)


def _is_whole(made: Plan, shown: Sequence[Filter], *, lost: bool) -> bool:
    """Whether all of it is told, and of just those; where the days talked about were lost, it has to stand."""
    moves = lost and any(one.period.start is not None for one in made.queries)
    return not made.not_planned and not moves and all(_names_all(one, shown) for one in made.queries)


def _as_it_stands(made: Plan, before: Query, here: Here) -> Plan:
    """What stands is told as of today, where no days are said, and not as of those that were talked about before."""
    if find_periods(here.nameless, here.today, here.calendar):
        return made
    to_date = Period(None, here.knows_until, "to date")
    queries = (
        replace(one, period=to_date, period_said="")
        if one.period == replace(before.period, start=None)
        or (
            one.period == before.period
            and looking_ahead.is_of_what_may_close(here.catalogue[one.metrics[0]], here)
            and one.period.end < here.today
        )
        else one
        for one in made.queries
    )
    return replace(made, queries=tuple(queries))


def _are_too_many(text: str, shown: Sequence[Filter]) -> bool:
    """Whether the first word that points means one, and several were shown."""
    found = POINTS.search(text)
    return found is not None and _ONE.fullmatch(found[0]) is not None and any(len(one.ids) > 1 for one in shown)


def _named(before: Query) -> tuple[Filter, ...]:
    """Whom the question before was about, where it showed no rows of theirs."""
    return tuple(one for one in before.where if one.field in OF_ONE and one.names and not one.negated)[-1:]


OF_ONE = ("person", "client", "project", "budget", "deal")


def _meant(shown: Sequence[Filter]) -> tuple[Filter, ...]:
    """Of a project beside who manages it, the project: who manages it is nobody who "they" are."""
    things = tuple(one for one in shown if one.field not in IN_CHARGE)
    return things or tuple(shown)


def _with_names(text: str, shown: Sequence[Filter]) -> str:
    """As in "what projects are they on", with those in the place of "they"."""
    one = shown[0]
    noun = "" if one.field == "person" else f"{DIMENSIONS[one.field].noun} "
    names = f"{noun}{listed(one.names)}"

    def named(found: re.Match[str]) -> str:
        said = found[0].casefold()
        return f"{names}'s" if said in _WHOSE else f"on {names}" if said.startswith("there") else names

    return POINTS.sub(named, text, count=1)


_FOR_THEM = re.compile(
    r"\bwho(?: else)? (?:can|could|might|is able to) (?:help|cover(?: for)?|support|assist|relieve) (?:her|him|them)\b",
    re.IGNORECASE,
)
"""As in "who could help her", which asks for anybody else."""
_WHOSE = frozenset({"its", "their", "his", "her"})


def _points(text: str) -> bool:
    found = POINTS.search(text)
    return found is not None and _WITHIN.search(text) is None and _AND_THEN.search(text[: found.start()]) is None


def _names_all(query: Query, shown: Sequence[Filter]) -> bool:
    """Whether it is of just those that were shown."""
    return any((one.field, set(one.ids)) == (of.field, set(of.ids)) for one in query.where for of in shown)


def _loses(plan: Plan, shown: Sequence[Filter], before: Query) -> bool:
    """Whether a query is of anybody, and not of those that were shown."""
    return any(not _is_of(one, {of.field for of in shown}, before) for one in plan.queries)


def _is_of(query: Query, fields: AbstractSet[str], before: Query) -> bool:
    still = {one.field for one in before.where if one.field in OF_ONE and one in query.where}
    if still or fields & {*(one.field for one in query.where), *(one.field for one in query.conditions)}:
        return True
    if query.why and (before.having or before.limit or before.by_change):
        return False  # "why", after the lowest of them: of that one
    other_rows = query.limit or (query.having == before.having and set(query.by) - {*before.by, *IN_CHARGE})
    told = (query.where, query.period, query.by if other_rows else before.by)
    if _cuts(before) and _cuts(query) and told != (before.where, before.period, before.by):
        return False  # "how many did they log on internal", after the top three: these three, and no other top
    return bool(fields & set(query.by)) and (before.metrics[:1] in ((), query.metrics[:1]) or not _picks(before))


def _picks(query: Query) -> bool:
    """Whether its rows are some of all there are, as far as the query tells."""
    return bool(_cuts(query) or query.where or query.metrics[0] in COUNTED)


def _cuts(query: Query) -> bool:
    """Whether it says itself which rows it leaves."""
    derived = query.derived and (query.derived.limit or query.derived.reach is not None)
    picked = query.having or query.limit or query.by_change or query.to_mean or query.among or query.in_so_many
    return bool(picked or derived)


def _by_name(after: Turn, shown: tuple[Filter, ...], before: Query) -> Turn:
    """The turn as if the rows had been named: the measure of them that was told last, over the same time."""
    fields = {one.field for one in shown}
    kept = tuple(one for one in before.where if one.field not in fields)
    rows = tuple(one.field for one in shown if len(one.ids) > 1)
    earlier = after.before.queries[-1].metrics if after.before and after.before.queries else ()
    last = tuple(one for one in before.metrics if one not in earlier) or before.metrics
    named = Query(last[:1], before.period, by=rows, where=(*kept, *shown), known_on=before.known_on)
    return replace(after, plan=Plan((replace(named, period_said=before.period_said),)), shown=())
