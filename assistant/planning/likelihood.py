"""How likely open deals are to close: their weighted value over all of it, which of one deal is its probability.

Over all days on which they would be worked on, the weighted value of a deal is its value times its probability; of
several deals together it is the mean by their value. A period that is said tells which deals: those that are expected
to close in it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.agency.periods import Period
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import names, timing
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import Role
from assistant.query import Derived, Form, OfThose, Order, Query, Some, Threshold

Stopped = Clarification | NoData | Unsupported
WEIGHTED, WHOLE = "weighted_pipeline", "pipeline_value"
NOTE = "How likely deals are is the probability given for them: their weighted value as a share of their whole value."
LEAST = ("least", "unlikel")
PERCENT = 100
CLOSING = frozenset({"close", "closing", "closed", "land", "sign", "win", "winning", "won", "signed"})
"""What a deal is likely to do."""


def told(piece: Parts, here: Here) -> Sequence[Query | Stopped] | None:
    """The query of a piece that asks how likely deals are; None for others, and for what is not of deals."""
    mark = piece.mark(Role.UNMEASURED)
    others = [one for one in piece.wanted if one.metric not in (WEIGHTED, WHOLE, "deals_open")]
    by = mark.at - 1 if mark else -1  # "top 3 deals by probability"
    strange = [one for one in piece.unknown if one.text.casefold() not in CLOSING]
    strange = [one for one in strange if one.at != by or one.text.casefold() != "by"]
    if (
        mark is None
        or here.nameless.rstrip("?!. ").endswith("into account")
        or mark.value != (WEIGHTED, WHOLE)
        or others
        or piece.relatives
    ):
        return None
    limits = piece.bounds[1:] or [one for one in piece.bounds if not one.percent]
    if strange or limits or not {WEIGHTED, WHOLE} <= {*here.vocabulary.askable}:
        return None
    return _planned(replace(piece, marks=tuple(one for one in piece.marks if one is not mark)), mark.said, here)


def _planned(piece: Parts, said: str, here: Here) -> Sequence[Query | Stopped] | None:
    """The query of the deals that are meant, the likeliest first."""
    said = said.casefold()
    alone = replace(piece, wanted=(), stretches=())
    where = names.filters(alone, names.Asked(here.catalogue[WEIGHTED], here))
    days = _all_days(here)
    if not isinstance(where, tuple):
        return [where]
    if days is None:
        return None
    rows = [one for group in piece.groupings for one in group.dimensions[:1]]
    if not set(rows) <= set(here.catalogue[WEIGHTED].by):
        return None
    ranked = "most" in said or "least" in said or bool(piece.rankings)
    by = tuple(dict.fromkeys(rows)) or (("deal",) if ranked or not where else ())
    bound = next(iter(piece.bounds), None)
    limit = Threshold(bound.op, bound.value / PERCENT) if bound else None
    query = Query(
        (WEIGHTED, WHOLE),
        days,
        by=by,
        where=where,
        order=(Order.ASC if said.startswith(LEAST) else Order.DESC) if by else None,
        limit=next((one.limit for one in piece.rankings if one.limit), None),
        derived=Derived(Form.RATIO, of=WHOLE, limit=limit),
        of_those=_that_close(piece, here),
        understood=NOTE,
        known_on=here.known_on,
    )
    return [query]


def _that_close(piece: Parts, here: Here) -> OfThose | None:
    """The deals that are expected to close in the period that is said."""
    if piece.main is None:
        return None
    period = timing.reread(here.catalogue[WHOLE], piece.main, here).period
    return OfThose("deal", (Some(WHOLE, period),))


def _all_days(here: Here) -> Period | None:
    """From the first to the last day that any open deal has."""
    rows = here.view.rows("deals", ("status", "expected_close", "start_date", "end_date")).to_pylist()
    opened = [one for one in rows if one["status"] == "open"]
    starts = [one["start_date"] or one["expected_close"] for one in opened]
    days = [day for one in opened for day in (one["expected_close"], one["start_date"], one["end_date"]) if day]
    days += [day for one in starts if one for day in (one + timedelta(days=timing.NO_END),)]
    if not days:
        return None
    first, last = min(days), max(days)
    return Period(first, last, f"all days of the open deals ({in_days(Stretch(first, last))})")
