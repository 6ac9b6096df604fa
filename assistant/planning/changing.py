"""Rows picked by how they moved: "which clients grew the most", "whose utilization dropped", "which margins shrink"."""

from dataclasses import replace

from assistant.metrics.dimensions import TIME
from assistant.planning import like_for_like, words
from assistant.planning.here import Here
from assistant.planning.parts import Mark, Parts, Wanted
from assistant.planning.words import End, Role
from assistant.query import Against, ByChange, Comparison, Order, Query

WENT_UP = frozenset(
    words.phrases("""
    growth, grow, grown, growing, grew, increase, increased, increasing, rise, rose, risen, rising, going up, go up,
    went up, gone up, climbed, climbing, jumped, surged, creeping up
""")
)
WENT_DOWN = frozenset(
    words.phrases("""
    decrease, decreased, decreasing, drop, dropped, dropping, fall, fallen, falling, fell, decline, declined, declining,
    going down, go down, went down, gone down, shrink, shrunk, shrank, dipped, slumped, slump, lost ground,
    disappearing, disappear, shrinking, eroding, vanishing, slipping, melting away, going away, sliding, leaking away,
    evaporating, creeping down
""")
)
MORE = frozenset({"more", "higher", "bigger", "larger", "up"})
FEWER = frozenset({"less", "fewer", "lower", "smaller", "down"})
"""Said of rows that are held against an earlier period: "which clients had less revenue than last quarter"."""

GOT_BETTER = frozenset(words.phrases("improve, improved, improving, getting better, got better, get better"))
GOT_WORSE = frozenset(words.phrases("worsen, worsened, worsening, getting worse, got worse, get worse"))
"""Which way something moved; what is better depends on the metric."""

USUAL = {"client": ("revenue", "tracked_hours")}
"""What has grown where a client has and nothing else is said: the first of these that the asker may ask."""


def measured(parts: Parts, here: Here) -> Parts:
    """As in "which of my clients grew the most": by what they bring in."""
    subjects = [one.dimensions[0] for one in parts.groupings if one.is_subject and one.dimensions]
    moved = parts.mark(Role.CHANGE, Role.TREND)
    named = {name.dimension for one in parts.named for name in one.readings if name.is_whole}
    of_what = subjects[0] if len(subjects) == 1 else "client" if not subjects and named == {"client"} else ""
    if parts.wanted or parts.unknown or moved is None or not of_what or not way(moved.said, ""):
        return parts
    usual = next((one for one in USUAL.get(of_what, ()) if one in here.vocabulary.askable), "")
    return replace(parts, wanted=(Wanted(moved.at, usual, usual.replace("_", " ")),)) if usual else parts


def picks(parts: Parts) -> Mark | None:
    """The word for a move by which rows are picked; None where none is, or where a reason is asked for."""
    moved = parts.mark(Role.CHANGE, Role.TREND, Role.MORE)
    rows = [one for one in parts.groupings if one.dimensions and not set(one.dimensions) & set(TIME)]
    if moved is None or not rows or parts.mark(Role.WHY) or parts.bounds:
        return None
    ranked = any(not one.is_default for one in parts.rankings)
    if any(one.is_subject for one in rows):
        return moved if way(moved.said, "") or ranked else None
    # "The biggest drop in revenue by client": the drop is what is ranked.
    return moved if moved.role is Role.CHANGE and way(moved.said, "") and _is_ranked(moved, parts) else None


def _is_ranked(moved: Mark, parts: Parts) -> bool:
    """Whether the word for a rank stands before the move, and no more than the measure between them."""
    between = {one.at for one in parts.wanted}
    places = [one.at for one in parts.rankings if not one.is_default and one.at < moved.at]
    return any(set(range(at + 1, moved.at)) <= between for at in places)


def prepared(parts: Parts) -> Parts:
    """The parts with a plain change in the place of a trend: rows are picked, and not told month by month."""
    moved = picks(parts)
    if moved is None or moved.role is not Role.TREND or not way(moved.said, ""):
        return parts
    others = tuple(one for one in parts.marks if one is not moved)
    return replace(parts, marks=(*others, replace(moved, role=Role.CHANGE)))


def told(query: Query, parts: Parts, here: Here) -> Query:
    """The query with its rows ranked by how they moved, those that did so first, and only those."""
    moved = picks(parts)
    if moved is None or query.against is None or not query.by or set(query.by) & set(TIME) or query.having:
        return query
    which = way(moved.said, query.metrics[0])
    ranking = next((one for one in parts.rankings if not one.is_default), None)
    up_first = which is not Comparison.LESS
    if ranking and ranking.end is End.LOW:
        up_first = not up_first
    against = query.against
    if parts.main is None and query.period.start and against.period.start:
        # Nobody has shrunk because the quarter has only begun: as much of the one before is held against it.
        metric = here.catalogue[query.metrics[0]]
        against = Against(like_for_like.as_far(against.period, query.period, metric, here))
    return replace(query, against=against, by_change=ByChange(which), order=Order.DESC if up_first else Order.ASC)


def way(said: str, metric: str) -> Comparison | None:
    """Up or down, as the word says; what got better went up, or down where less of it is better."""
    said = said.casefold()
    if said in WENT_UP or said in MORE:
        return Comparison.MORE
    if said in WENT_DOWN or said in FEWER:
        return Comparison.LESS
    if said in GOT_BETTER or said in GOT_WORSE:
        up = (said in GOT_BETTER) is not (metric in words.LESS_IS_BETTER)
        return Comparison.MORE if up else Comparison.LESS
    return None
