"""What is supposed or counted in: "if the tentative bookings go ahead", "including the pipeline", "only signed work".

Hours are told with tentative bookings or without them; revenue with the pipeline, weighted, or without it; the gap in
capacity as it is confirmed, weighted, or if all closes. What it would come to if every deal closed is not worked out:
beside the forecast stands what all open deals are worth in full.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.agency.periods import Period
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.dates import find_periods
from assistant.planning.examples import examples
from assistant.planning.grammar import cover
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.looking_ahead import EXPECTED
from assistant.planning.tokens import key, tokenize
from assistant.planning.vocabulary import MetricWord, NameWord
from assistant.query import Derived, Filter, Form, Plan, Query, Threshold

Stopped = Clarification | NoData | Unsupported


class Supposed(StrEnum):
    """What is taken to be so, or counted in."""

    TENTATIVE = "tentative"
    SIGNED = "signed"
    WEIGHTED = "weighted"
    ALL_CLOSE = "all close"
    ONE_CLOSES = "one closes"
    WITH_AND_WITHOUT = "with and without"


@dataclass(frozen=True)
class Supposition:
    """What is supposed, and the deal of which it is where it is one."""

    what: Supposed
    deal: NameWord | None = None


_IF = (
    r"(?:(?:what )?(?:if|happens if)|assum(?:e|ing)|suppos(?:e|ing)|provided|presuming|in case|once|when|should)"
    r"(?: that)?"
)
_WITH = (
    r"(?:including|incl\.?|includes?|plus|counting(?: in)?|(?<!clients )(?<!projects )(?<!people )(?<!budgets )with)"
)
_WITHOUT = (
    r"(?:excluding|excl\.?|without(?: counting| including)?|not (?:counting|including)|leaving (?:out|aside)|ignoring|"
    r"minus)"
)
_THE = r"(?:(?:all|every|each|everything|any|of|the|our|those|that|which|is|are|still|currently|open|other|in|also) )*"
_TENTATIVE = r"(?:tentative(?:ly booked)?|pencill?ed(?:[- ]in)?|pencils?|soft(?:[- ]booked)?|provisional|unconfirmed)"
_WORK = r"(?:bookings?|work|hours|ones?|projects?|jobs?|holds?|allocations?|time|stuff)"
_DEALS = r"(?:deals?|(?:sales )?pipeline|opportunit(?:y|ies)|opps?|proposals?|pitch(?:es)?|quotes?|offers?|bids?)"
_COMES = (
    r"(?:all )?(?:will )?(?:go(?:es)? ahead|comes? (?:in|off|through|true|to life)|happens?|firms? up|materiali[sz]es?|"
    r"lands?|closes?|signs?|converts?|works? out|(?:is|are|gets?|get|were|was) (?:all )?(?:confirmed|signed|won|booked|"
    r"closed|firm))"
)
_WE_WIN = r"we (?:were to |could |can |do )?(?:all )?(?:win|close|land|get|sign|convert|won|closed|confirm)"
_BEFORE = r"(?:^|,? )"
_AFTER = r"(?=$|[,;.?]| (?:do|does|have|can|could|will|would|are|is|how|what|who|which|by|for|in|next|this|and)\b)"
_IT = rf"{_THE}(?:{_TENTATIVE} )?{_DEALS}(?: (?:we have|in the pipeline|out there|on the table))?"
_SIGNED = r"(?:signed|confirmed|committed|contracted|sold|won|in the bag|under contract)"
_WHAT_IS = (
    r"(?:what(?:'s| is| we have| has been)?|the|work|revenue|things|that(?:'s| is| has been)?|which is|counting|our|"
    r"deals)"
)


def _found(*ways: str) -> Guarded:
    return Guarded(rf"{_BEFORE}(?:{'|'.join(ways)}){_AFTER}", re.IGNORECASE)


_WAYS: Mapping[Supposed, Guarded] = {
    Supposed.WITH_AND_WITHOUT: _found(
        rf"with(?: {_THE}{_TENTATIVE}(?: {_WORK})?)? and without {_THE}{_TENTATIVE}(?: {_WORK})?"
    ),
    Supposed.TENTATIVE: _found(
        rf"{_IF} {_THE}{_TENTATIVE}(?: {_WORK})? {_COMES}",
        rf"{_IF} {_WE_WIN} {_THE}{_TENTATIVE}(?: {_WORK})",
        rf"{_WITH} {_THE}{_TENTATIVE}(?: {_WORK})?",
    ),
    Supposed.ALL_CLOSE: _found(
        rf"{_IF} {_IT} {_COMES}",
        rf"{_IF} everything(?: in (?:the |our )?pipeline)? {_COMES}",
        rf"{_IF} {_WE_WIN} (?:{_IT}|{_THE}(?:everything|it all|them all|all of (?:it|them)))",
    ),
    Supposed.SIGNED: _found(
        rf"{_WITHOUT} {_THE}(?:weighted |unsigned )*{_DEALS}",
        rf"{_WITHOUT} unsigned work",
        rf"(?:only|just)(?: {_WHAT_IS})* {_SIGNED}(?: {_WORK}| deals)?",
        rf"{_SIGNED}(?: {_WORK}| deals)? only",
    ),
    Supposed.WEIGHTED: _found(rf"{_WITH} {_THE}(?:weighted )?(?:sales )?pipeline"),
}
"""How each is said, the most telling first."""


def taken(here: Here) -> tuple[str, Supposition | None]:
    """The question without what is supposed, and that; as it is where nothing is, or nothing else is asked."""
    text = here.bare
    for supposed, pattern in _WAYS.items():
        found = pattern.search(text)
        if found is None or not pattern.search(here.nameless.rstrip("?!. ")):
            continue
        rest = _without(text, found)
        if not rest or _is_a_name_of_its_own(text, found, here):
            return here.text, None
        ahead = supposed is not Supposed.SIGNED or _OF_REVENUE.search(rest)
        return f"{rest}{EXPECTED if ahead else ''}", Supposition(supposed)
    return _one_that_closes(here)


_OF_REVENUE = Guarded(r"\b(?:revenue|forecast|projection|outlook|earn|make|bring in|bill|turn over)\b", re.IGNORECASE)
_WHAT_HAPPENS = Guarded(r"^what (?:happens|(?:would|will|does|could) happen) (?:to|with) (?:our |the )?", re.IGNORECASE)
_WOULD = Guarded(r"\b(?:would|could|might)\b", re.IGNORECASE)
"""As in "what would revenue be if all deals close": with what is supposed taken away, what will be is asked."""


def _is_a_name_of_its_own(text: str, found: re.Match[str], here: Here) -> bool:
    """As in "earliest start if all deals close", "confirmed plus pipeline": what something measured is called."""
    tokens = tokenize(text)
    measures = [one for one in cover(tokens, here.vocabulary, ()) if one.one(MetricWord)]
    places = [(tokens[one.first].start, tokens[one.last].end) for one in measures]
    return any(first <= found.start() and found.start() + 1 < last for first, last in places)


def _without(text: str, found: re.Match[str]) -> str:
    """The question without what is supposed."""
    rest = " ".join(f"{text[: found.start()]} {text[found.end() :].lstrip(',; ')}".strip(" ,;").split())
    return _WOULD.sub("will", _WHAT_HAPPENS.sub("do we have ", rest))


_ONE = _found(
    rf"{_IF} (?:the |our )?(?:deal (?:with|of|for|called) )?(?P<deal>\bx{{2,}}\b)(?: deal)? {_COMES}",
    rf"{_IF} {_WE_WIN} (?:the |our )?(?P<won>\bx{{2,}}\b)(?: deal)?",
)
"""As a question says it in which the letters of names are none."""


def _one_that_closes(here: Here) -> tuple[str, Supposition | None]:
    """As in "revenue next quarter if the kiosk deal closes": the forecast, and what that deal is worth."""
    found = _ONE.search(here.nameless.rstrip("?!. ")) if _ONE.may_be_in(here.text) else None
    if found is None:
        return here.text, None
    name = here.text[slice(*found.span("deal" if found["deal"] else "won"))]
    called = here.vocabulary.names.senses.get(key(name), ())
    rest = _without(here.bare, found)
    deals = [one for one in called if isinstance(one, NameWord) and one.dimension == "deal"]
    says_when = find_periods(here.nameless, here.today, here.calendar)
    if not _OF_REVENUE.search(rest) or not says_when or len(deals) != 1:
        return here.text, None
    return f"{rest}{EXPECTED}", Supposition(Supposed.ONE_CLOSES, deals[0])


_WITH_TENTATIVE = {
    "scheduled_hours": "scheduled_hours_with_tentative",
    "free_hours": "free_hours_with_tentative",
    "overbooked_hours": "overbooked_hours_with_tentative",
}
_REVENUE = frozenset({"revenue", "projected_revenue", "confirmed_revenue"})
_IN_FULL: Mapping[Supposed, str] = {
    Supposed.ALL_CLOSE: (
        "What it would be if every deal closed is not worked out: told are the forecast, in which deals are weighted, "
        "and what all open deals are worth in full."
    ),
    Supposed.ONE_CLOSES: (
        "What it would be if that deal closed is not worked out: told are the forecast, in which it is weighted, and "
        "what it is worth in full."
    ),
}
_STAFFED = "Deals are planned by job title: told is how their hours would stand against the free ones, if all closed."


def told(made: Plan | Stopped, supposed: Supposition | None, here: Here) -> Plan | Stopped:
    """The plan with what is supposed; said where nothing is measured so."""
    if supposed is None or not isinstance(made, Plan):
        return made
    each = [_told(one, supposed, here) for one in made.queries]
    if not all(each):
        return _cannot(made.queries[0], supposed.what, here)
    return replace(made, queries=tuple(dict.fromkeys(one for several in each for one in several)))


def _cannot(query: Query, supposed: Supposed, here: Here) -> Stopped:
    if supposed in (Supposed.TENTATIVE, Supposed.WITH_AND_WITHOUT):
        return misunderstandings.only_confirmed(here.catalogue[query.metrics[0]], examples(here))
    return misunderstandings.a_what_if(examples(here))


def _told(query: Query, supposed: Supposition, here: Here) -> list[Query]:
    """The queries that tell of it; none where nothing does."""
    main, what = query.metrics[0], supposed.what
    if what in (Supposed.TENTATIVE, Supposed.WITH_AND_WITHOUT):
        return _with_tentative(query, apart=what is Supposed.WITH_AND_WITHOUT)
    if main in _REVENUE:
        return _of_revenue(query, supposed, here)
    if main.startswith(("capacity_gap", "earliest_start")):
        return [_measured(query, main, f"{_stem(main)}{_GAPS[what].get(_stem(main), '')}")]
    if what is Supposed.SIGNED:
        return [query] if main in (*_WITH_TENTATIVE, "scheduled_utilization", *_CONFIRMED) else []
    return _staffed(query, what, here) if main in (*_WITH_TENTATIVE, *_OF_PEOPLE) else []


_OF_PEOPLE = ("scheduled_utilization", "available_hours")
_CONFIRMED = ("backlog", "bench_hours", "agreements_ending", "forecast_profit", "forecast_margin")
"""What counts nothing but what is signed, anyway."""

_GAPS: Mapping[Supposed, Mapping[str, str]] = {
    Supposed.SIGNED: {"capacity_gap": "_confirmed"},
    Supposed.WEIGHTED: {"capacity_gap": "_weighted", "earliest_start": "_weighted"},
    Supposed.ALL_CLOSE: {},
    Supposed.ONE_CLOSES: {},
}


def _stem(name: str) -> str:
    return "capacity_gap" if name.startswith("capacity_gap") else "earliest_start"


def _measured(query: Query, old: str, new: str) -> Query:
    """The same of another metric, limits and all."""
    metrics = tuple(new if one == old else one for one in query.metrics)
    return replace(query, metrics=metrics, having=_limited(query.having, old, new))


def _limited(limit: Threshold | None, old: str, new: str) -> Threshold | None:
    if limit is None:
        return None
    return replace(limit, metric=new if limit.metric == old else limit.metric, also=_limited(limit.also, old, new))


def _with_tentative(query: Query, *, apart: bool) -> list[Query]:
    main = query.metrics[0]
    if main == "scheduled_utilization":
        hours = (_WITH_TENTATIVE["scheduled_hours"], "available_hours")
        over = Derived(Form.RATIO, of="available_hours", limit=query.having)
        full = replace(query, metrics=hours, derived=over, having=None)
        return [query, full] if apart else [full]
    if main not in _WITH_TENTATIVE:
        return [query] if main in _WITH_TENTATIVE.values() else []
    with_it = _WITH_TENTATIVE[main]
    return [replace(query, metrics=(main, with_it))] if apart else [_measured(query, main, with_it)]


def _of_revenue(query: Query, supposed: Supposition, here: Here) -> list[Query]:
    if query.period.end <= here.knows_until or query.target:
        return []
    name = "confirmed_revenue" if supposed.what is Supposed.SIGNED else "projected_revenue"
    forecast = _measured(query, query.metrics[0], name)
    if supposed.what not in _IN_FULL:
        return [forecast]
    deal = supposed.deal
    by, where = (), (Filter("deal", (deal.id,), (deal.label,)),) if deal else query.where
    deals = Query(("pipeline_value",), Period(None, here.knows_until, "to date"), by if deal else ("deal",), where)
    beside = [deals] if _can_be_told(deals, here) else []
    return [replace(forecast, understood=_IN_FULL[supposed.what]), *beside]


def _staffed(query: Query, supposed: Supposed, here: Here) -> list[Query]:
    """How the hours of the deals stand against those people have free."""
    gap = f"capacity_gap{_GAPS[supposed].get('capacity_gap', '')}"
    made = Query((gap,), query.period, ("job_title", "week"), query.where, period_said=query.period_said)
    return [replace(made, understood=_STAFFED)] if _can_be_told(made, here) else []


def _can_be_told(query: Query, here: Here) -> bool:
    """Whether the asker may ask it, and it can be told of just what is named."""
    name = query.metrics[0]
    return name in here.vocabulary.askable and {one.field for one in query.where} <= set(here.catalogue[name].by)
