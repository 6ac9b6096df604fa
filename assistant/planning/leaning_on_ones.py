"""Follow-ups that point with a pronoun where a noun could stand: "which ones", "that client", "on which projects".

profit by project             which ones lose money       and which projects lose money
revenue of Lumen Bank         the margin on that client   and the margin on client Lumen Bank
health by project             whose are they              (said so elsewhere)
"""

import re
from collections.abc import Callable

from assistant.metrics.definition import Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.planning.before import LEAD, Before, dimension_of, title_of
from assistant.planning.things import THINGS

WHICH_ONES = re.compile(
    rf"\W*{LEAD}(?P<ask>which|what|how many)(?: ones)?(?: of (?:them|these|those|the ones))? (?P<rest>\S.*)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\bones\b|\bof (?:them|these|those)\b", re.IGNORECASE)
PLURALS = {"person": "people", "category": "categories"}


def _which_ones(text: str, before: Before) -> str | None:
    """As in "which ones lose money", after projects: which projects do."""
    found = WHICH_ONES.fullmatch(text) if _POINTS.search(text) else None
    rows = [one for one in before.query.by if one not in TIME]
    if found is None or not rows or not _POINTS.search(text[: found.start("rest")]):
        return None
    row = "invoice" if "invoice" in rows else rows[0]  # which belongs to its client anyway
    nouns = PLURALS.get(row, f"{DIMENSIONS[row].noun}s")
    rest = found["rest"].rstrip("?!. ")
    pieces = before.reads(f"which {nouns} {rest}")
    if len(pieces) != 1 or pieces[0].unknown or not pieces[0].wanted:
        return None
    other = {one.metric for one in pieces[0].wanted}.isdisjoint(before.query.metrics)
    return f"and {found['ask']} {nouns}{' of those' if other and before.query.having else ''} {rest}"


COUNTS = frozenset({name for one in THINGS.values() for name in (one.metric, one.active)})


def _which_of_the_picked(text: str, before: Before) -> str | None:
    """As in "which of them are over budget", after projects that lose money: of these, by another measure."""
    said = _which_ones(text, before) if before.query.having and len(before.query.by) == 1 else None
    pieces = before.reads(said) if said and " of those " in said else ()
    return None if any(one.metric in COUNTS for piece in pieces for one in piece.wanted) or not pieces else said


THAT_ONE = re.compile(r"\b(?:that|this|the same|said) (?P<noun>[a-z]+(?: [a-z]+)?)\b", re.IGNORECASE)


def _that_one(text: str, before: Before) -> str | None:
    """As in "the margin on that client", after what one client paid: of the client by its name."""
    for found in THAT_ONE.finditer(text):
        for one in before.query.where:
            noun = DIMENSIONS[one.field].noun
            if found["noun"].casefold().split()[: len(noun.split())] != noun.split() or one.negated or len(one.ids) > 1:
                continue
            end = found.start("noun") + len(noun)
            said = f"{text[: found.start()]}{noun} {one.names[0]}{text[end:]}"
            return _in_its_days(said, before)
    return None


def _in_its_days(said: str, before: Before) -> str:
    """A measure of what is pointed at, in the days that were talked about; no measure is the same of that alone."""
    pieces = before.reads(said.rstrip("?!. "))
    metrics = [before.here.catalogue[one.metric] for piece in pieces for one in piece.wanted]
    if len(pieces) != 1 or not metrics:
        return said if re.match(LEAD, said, re.IGNORECASE) else f"and {said}"
    is_dated = pieces[0].stretches or any(one.timing is Timing.STATE for one in metrics)
    bare = re.sub(rf"^\W*{LEAD}", "", said, flags=re.IGNORECASE).rstrip("?!. ")
    return bare if is_dated else f"{bare} {before.query.period_said}".rstrip()


THE_ONES = re.compile(
    rf"\W*{LEAD}(?:(?:only|just) )?(?:the ones|those|the one|his|hers)(?: that are| which are)?"
    r" (?:of|for|from|in|on|at|with|by|belonging to|assigned to) (?P<name>\S.*)",
    re.IGNORECASE,
)


def _the_ones_of(text: str, before: Before) -> str | None:
    """As in "the ones of Ben", after tasks: his alone."""
    found = THE_ONES.fullmatch(text)
    said = before.only(found["name"], "named") if found else None
    return f"only {found['name']}" if found and said and not said.marks else None


SHOW_THE = re.compile(
    rf"\W*{LEAD}(?:show|list|give|see|name)(?: me)?(?: the| those| these| their| its)? "
    r"(?P<noun>[a-z ]+s|people)\W*",
    re.IGNORECASE,
)


def _rows_of_it(text: str, before: Before) -> str | None:
    """As in "show me the projects", after the revenue of clients: the same of each project."""
    found = SHOW_THE.fullmatch(text)
    dimension = dimension_of(found["noun"], before) if found else ""
    if not dimension or dimension in TIME or dimension in before.query.by:
        return None
    picked = before.query.limit or before.query.having
    return f"by {DIMENSIONS[dimension].noun}{' of them' if picked else ''}"


EACH_OF_THEM = re.compile(
    rf"\W*{LEAD}(?:by |for )?(?:(?:each|every one)(?: of (?:them|these|those))?|one by one|individually)\W*",
    re.IGNORECASE,
)


def _each_of_them(text: str, before: Before) -> str | None:
    """As in "each of them", after how busy a team is: whoever is in it."""
    named = [one for one in before.query.where if not one.negated]
    of_people = any(one.field in ("team", "job_title", "employment") for one in named)
    alone = of_people and all(len(one.ids) == 1 for one in named if one.field != "job_title")
    asked = alone and not before.query.by and EACH_OF_THEM.fullmatch(text)
    return "by person" if asked and "person" in before.here.catalogue[before.query.metrics[0]].by else None


SINCE_THEN = re.compile(r"\bsince (?:then|that (?:day|date|time|point))\b", re.IGNORECASE)


def _since_then(text: str, before: Before) -> str | None:
    """As in "who left since then", after the headcount of a year ago: since that day."""
    query = before.query
    days = query.against.period if query.against else query.period
    day = days.start or days.end
    if not SINCE_THEN.search(text) or day >= before.here.today:
        return None
    return SINCE_THEN.sub(f"since {day}", text)


OVERDUE = re.compile(
    rf"\W*{LEAD}(?:(?:only|just|show(?: me)?) )+(?:the )?(?:overdue|late|past due)"
    r"(?: (?:ones?|stuff|part|bits?|invoices|money|amounts?))?\W*",
    re.IGNORECASE,
)


def _overdue(text: str, before: Before) -> str | None:
    """As in "just the overdue stuff", after what clients owe: of that what is overdue, and no one who owes none."""
    query = before.query
    if query.metrics[0] != "receivables" or query.where or not OVERDUE.fullmatch(text):
        return None
    rows = "".join(f" by {DIMENSIONS[one].noun}" for one in query.by[:1])
    return f"{title_of('overdue_receivables', before)}{rows}"


OF_DEALS = frozenset({
    "won_deals", "lost_deals", "won_value", "lost_value", "win_rate", "new_deals", "average_deal_size",
    "sales_cycle_days",
})  # fmt: skip
LONGEST = 7
"""A question of so many words about deals, without days of its own, is of the days talked about."""


def _of_those_deals(text: str, before: Before) -> str | None:
    """As in "what did Luka lose", after the win rate of this year: in this year."""
    query = before.query
    if query.metrics[0] not in OF_DEALS or not query.period_said or len(text.split()) > LONGEST:
        return None
    pieces = before.reads(text.rstrip("?!. "))
    if len(pieces) != 1 or not pieces[0].wanted or pieces[0].stretches or pieces[0].relatives:
        return None
    told = {one.metric for one in pieces[0].wanted}
    return f"{text.rstrip('?!. ')} {query.period_said}" if told <= OF_DEALS else None


ANY_OF_THEM = re.compile(
    rf"\W*{LEAD}(?P<is>is|are|was|were|will) (?:any(?:one|body)?|some|one|all|both)(?: of)? (?:them|these|those)\b "
    r"(?P<rest>\S.*)",
    re.IGNORECASE,
)


def _any_of_its_people(text: str, before: Before) -> str | None:
    """As in "are any of them on holiday", after who works on a project: whoever is on it."""
    found = ANY_OF_THEM.fullmatch(text) if "person" in before.query.by else None
    work = [one for one in before.query.where if one.field in ("project", "client") and not one.negated]
    if found is None or len(work) != 1 or len(work[0].ids) != 1:
        return None
    rest = found["rest"].rstrip("?!. ")
    pieces = before.reads(f"who is {rest}")
    told = [before.here.catalogue[one.metric].by for piece in pieces for one in piece.wanted]
    if len(pieces) != 1 or pieces[0].unknown or not told or any(work[0].field in by for by in told):
        return None
    return f"who on {DIMENSIONS[work[0].field].noun} {work[0].names[0]} {found['is']} {rest}"


AMONG_THEM = re.compile(
    rf"\W*{LEAD}(?:any|which|are there any|how many) (?P<name>\S.*?) (?:among|of|in|amongst) (?:them|these|those)\W*",
    re.IGNORECASE,
)


def _among_them(text: str, before: Before) -> str | None:
    """As in "any designers among them", after who is away: only those."""
    found = AMONG_THEM.fullmatch(text) if before.query.by else None
    said = before.only(found["name"], "named", "groupings", "wanted") if found else None
    return f"only {found['name']}" if found and said and said.named and not said.marks else None


HOW_MANY_OF_THEM = re.compile(
    rf"\W*{LEAD}how many(?: of (?:them|these|those))? (?:do we have|are there|have we got)\W*", re.IGNORECASE
)


def _how_many_of_them(text: str, before: Before) -> str | None:
    """As in "how many of them do we have", after what freelancers cost: how many people that is."""
    kinds = [one for one in before.query.where if one.field in ("employment", "job_title") and not one.negated]
    if len(kinds) != 1 or before.query.by or not HOW_MANY_OF_THEM.fullmatch(text):
        return None
    return f"headcount for {DIMENSIONS[kinds[0].field].noun} {' and '.join(kinds[0].names)}"


def _of_one_named_again(text: str, before: Before) -> str | None:
    """As in "what did Acme cost us", after its revenue last year: of what was named already, in the same days."""
    query = before.query
    if not query.period_said or query.period.start is None or len(text.split()) > LONGEST + 2 or query.why:
        return None
    pieces = before.reads(text.rstrip("?!. "))
    piece = pieces[0] if len(pieces) == 1 else None
    if piece is None or not (piece.wanted and piece.named) or piece.stretches or piece.relatives or piece.unknown:
        return None
    named = {(one.field, id_) for one in query.where if not one.negated for id_ in one.ids}
    again = all(any((name.dimension, name.id) in named for name in one.readings) for one in piece.named)
    known = [before.here.catalogue[one.metric] for one in piece.wanted]
    alike = all(
        one.timing is Timing.FLOW and one.outlook is before.here.catalogue[query.metrics[0]].outlook for one in known
    )
    return f"{text.rstrip('?!. ')} {query.period_said}" if again and alike else None


FIRST: tuple[Callable[[str, Before], str | None], ...] = (_which_of_the_picked,)
"""What is tried before all other follow-ups, which would forget what picked the rows."""

RULES: tuple[Callable[[str, Before], str | None], ...] = (
    _which_ones,
    _that_one,
    _the_ones_of,
    _rows_of_it,
    _each_of_them,
    _since_then,
    _overdue,
    _of_those_deals,
    _any_of_its_people,
    _among_them,
    _how_many_of_them,
    _of_one_named_again,
)
