"""Follow-ups: a choice among the options offered, or words that complete the plan before."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.agency.periods import Period
from assistant.metrics.dimensions import TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import plans, timing
from assistant.planning.dates import Outlook as Looks
from assistant.planning.dates import read_period
from assistant.planning.here import Here
from assistant.planning.parts import Parts, Wanted
from assistant.planning.tokens import key
from assistant.planning.words import Role
from assistant.query import Filter, Query, Turn

Stopped = Clarification | NoData | Unsupported

PLACES = (("1", "first", "one", "former"), ("2", "second", "two"), ("3", "third", "three"), ("4", "fourth", "four"))
ORDINALS = {word: place for place, said in enumerate(PLACES) for word in said} | {"last": -1, "latter": -1}
AROUND_A_CHOICE = frozenset(key("the option number please one no i mean meant take yes nr . !"))


def chosen(text: str, after: Turn | None) -> str:
    """The option that a short reply picks, or the text itself."""
    if after is None or not after.options:
        return text
    said = [one for one in key(text) if one not in AROUND_A_CHOICE] or list(key(text))[-1:]
    if len(said) == 1 and said[0] in ORDINALS and abs(ORDINALS[said[0]]) < len(after.options):
        return after.options[ORDINALS[said[0]]]
    if said in (["yes"], ["ok"], ["sure"]) and len(after.options) == 1:
        return after.options[0]
    holding = [one for one in after.options if _holds(key(one), tuple(said))]
    return holding[0] if len(holding) == 1 and len(said) < len(key(holding[0])) else text


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return bool(part) and any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


def continued(pieces: Sequence[Parts], after: Turn | None, here: Here) -> list[Query | Stopped] | None:
    """The queries of a follow-up, which keep what it does not change; None for a question of its own."""
    if after is None or after.plan is None or len(pieces) != 1:
        return None
    piece = pieces[0]
    blocked = piece.unknown or piece.mark(Role.UNMEASURED, Role.ORDER, Role.WHY, Role.WHAT_IF, Role.AMBIGUOUS)
    continues = piece.mark(Role.CONTINUE) or here.text.casefold().startswith(("and ", "but ", "also ", "now "))
    if blocked or (piece.wanted and not continues):
        return None
    if not piece.wanted and not _changes(piece):
        return None
    before = after.plan.queries[-1:] if piece.groupings else after.plan.queries
    return [one for query in before for one in follow(query, piece, here)]


def _changes(piece: Parts) -> bool:
    return bool(
        piece.groupings
        or piece.named
        or piece.stretches
        or piece.relatives
        or piece.rankings
        or piece.bounds
        or piece.marks
    )


def follow(query: Query, piece: Parts, here: Here) -> list[Query | Stopped]:
    """One query of the plan before, with what the follow-up says in the place of what it said."""
    wanted = piece.wanted or tuple(
        Wanted(0, one, one.replace("_", " ")) for one in query.metrics if one in here.catalogue
    )
    made = plans.plan_piece(replace(piece, wanted=wanted), here)
    return [
        one if not isinstance(one, Query) else _completed(one, query, piece, here) for one in plans.merged(made, here)
    ]


def _completed(new: Query, old: Query, piece: Parts, here: Here) -> Query:
    """What the follow-up leaves open, from the plan before; a named thing takes the place of others of its kind."""
    metric = here.catalogue[new.metrics[0]]
    kept = tuple(one for one in old.where if one.field in metric.by and not _replaced(one, new.where))
    period = new.period if piece.main else _again(old, metric.name, here)
    by = new.by if piece.groupings else tuple(one for one in old.by if one in metric.by)
    ranked = piece.rankings or piece.groupings
    against = timing.against(metric, period, piece, here)
    keeps_comparison = old.against is not None and not piece.main and not piece.groupings
    return replace(
        new,
        by=by,
        where=(*kept, *new.where),
        period=period,
        period_said=new.period_said if piece.main else old.period_said,
        having=new.having if piece.bounds or piece.groupings else old.having,
        order=new.order if ranked else old.order,
        limit=new.limit if ranked else old.limit,
        against=against or (old.against if keeps_comparison and not set(by) & set(TIME) else None),
        every_item=new.every_item or old.every_item,
    )


def _replaced(old: Filter, new: Sequence[Filter]) -> bool:
    return any(one.field == old.field for one in new)


def _again(old: Query, metric: str, here: Here) -> Period:
    """The old period by its phrase, read on today's date and as this metric reads it."""
    looks = Looks(here.catalogue[metric].outlook.value)
    found = read_period(old.period_said, here.today, here.calendar, looks) if old.period_said else None
    return timing.as_read(here.catalogue[metric], found) if found else old.period
