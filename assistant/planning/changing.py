"""Rows picked by how they moved: "which clients grew the most", "whose utilization dropped", "which margins shrink"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from assistant.figures import Unit
from assistant.metrics.definition import Metric, Outlook
from assistant.metrics.dimensions import TIME
from assistant.outcome import Unsupported
from assistant.planning import like_for_like, limits, misunderstandings, timing, words
from assistant.planning.dates import Found, find_periods
from assistant.planning.dates import Kind as Said
from assistant.planning.dates import Outlook as Looks
from assistant.planning.dates_units import Stretch as Dates
from assistant.planning.dates_units import Unit as Length
from assistant.planning.dates_units import around
from assistant.planning.dates_within import of_days
from assistant.planning.examples import examples, instead
from assistant.planning.here import Here
from assistant.planning.parts import Mark, Parts, Stretch, Wanted
from assistant.planning.words import End, Role
from assistant.query import Against, ByChange, Comparison, Order, Query, Threshold

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

COUNTS = frozenset({"client_count", "project_count", "headcount"})

USUAL = {"client": ("revenue", "tracked_hours")}
"""What has grown where a client has and nothing else is said: the first of these that the asker may ask."""


def measured(parts: Parts, here: Here) -> Parts:
    """As in "which of my clients grew the most": by what they bring in."""
    told_by = [one for one in parts.groupings if one.dimensions and (one.is_subject or parts.moves)]
    subjects = [one.dimensions[0] for one in told_by]
    if parts.moves and told_by and all(one.metric in COUNTS for one in parts.wanted):
        parts = replace(parts, wanted=())  # "how many clients grew by more than 20 %": it is not they who are counted
    moved = parts.mark(Role.CHANGE, Role.TREND, *([Role.MORE] if parts.moves else []))
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
    if moved is None or not rows or parts.mark(Role.WHY) or (parts.bounds and not parts.moves):
        return None
    if parts.moves:
        said = parts.moves[0].moved
        return next((one for one in parts.marks if one.role in MOVES and one.said == said), moved)
    ranked = any(not one.is_default for one in parts.rankings)
    if any(one.is_subject for one in rows) or parts.mark(Role.DENIED):
        return moved if way(moved.said, "") or ranked else None
    # "The biggest drop in revenue by client": the drop is what is ranked.
    named = way(moved.said, "") or moved.said.casefold() in EITHER_WAY
    return moved if moved.role is Role.CHANGE and named and _is_ranked(moved, parts) else None


MOVES = (Role.CHANGE, Role.TREND, Role.MORE)
EITHER_WAY = frozenset({"change", "changes", "difference", "delta"})
"""Of a move that is ranked, both ways: "ordered by change"."""


def _is_ranked(moved: Mark, parts: Parts) -> bool:
    """Whether the word for a rank stands before the move, and no more than the measure between them."""
    between = {one.at for one in parts.wanted}
    places = [one.at for one in parts.rankings if not one.is_default and one.at < moved.at]
    return any(set(range(at + 1, moved.at)) <= between for at in places)


SINCE = re.compile(r"since (?:the )?(?P<when>(?!(?:beginning|start|end)\b).+)", re.IGNORECASE)


def _since(parts: Parts, here: Here) -> Parts:
    """As in "fell by 5 points since Q2": the last whole quarter is held against that one, which is as long."""
    since = [one for one in parts.stretches if one.found.kind is Said.SINCE]
    found = SINCE.fullmatch(since[0].found.phrase) if len(since) == len(parts.stretches) == 1 and parts.moves else None
    before = next(iter(find_periods(found["when"], here.knows_until, here.calendar)), None) if found else None
    if before is None or before.period.start is None:
        return parts
    unit = timing.unit_of(before.period)
    spans = [find_periods(f"{which} {unit}", here.knows_until, here.calendar) for which in ("last", "this")]
    after = next((one for found in spans for one in found if (one.period.start or date.min) > before.period.end), None)
    if after is None or unit == "day":
        return parts
    at = since[0].at
    return replace(parts, stretches=(Stretch(at, after), Stretch(at, before, earlier=True)))


FROM_TO = re.compile(r"(?:from|between) (?P<first>.+?) (?:to|and|until|till) (?P<last>.+)", re.IGNORECASE)


def _from_to(parts: Parts, here: Here) -> Parts:
    """As in "how did costs grow from 2024 to 2025": one held against the other, and no time from one to the other."""
    asked = [one for one in parts.stretches if not one.earlier]
    moved = parts.mark(Role.CHANGE) and not any(set(one.dimensions) & set(TIME) for one in parts.groupings)
    if len(parts.stretches) != 1 or len(asked) != 1 or not moved or parts.relatives or parts.mark(Role.WHY):
        return parts
    metrics = [here.catalogue[one.metric] for one in parts.wanted if one.metric in here.catalogue]
    ahead = bool(metrics) and all(one.looks_forward or one.outlook is Outlook.FORECAST for one in metrics)
    whole = timing.reread(metrics[0], asked[0].found, here) if ahead else asked[0].found
    said = FROM_TO.fullmatch(whole.phrase)
    looks = Looks.FORECAST if ahead else Looks.ACTUAL
    ends = _ends((said["first"], said["last"]), whole, looks, here) if said else ()
    if not ends:
        return parts
    # Each stands nowhere by itself, so that neither is read as the whole again.
    first, later = (replace(of_days(whole, *one), span=(whole.span[0], whole.span[0])) for one in sorted(ends))
    return replace(parts, stretches=(Stretch(asked[0].at, later), Stretch(asked[0].at, first, earlier=True)))


def _ends(said: tuple[str, str], whole: Found, looks: Looks, here: Here) -> tuple[Dates, ...]:
    """The two units, of one length, that a range goes from and to; "between September and August" they are the latest.

    Where one of them says the year of both, it is that of the range.
    """
    read = [next(iter(find_periods(one, here.knows_until, here.calendar, looks)), None) for one in said]
    either = read[1] or read[0]
    if either is None or either.period.start is None or whole.period.start is None:
        return ()
    unit = timing.unit_of(either.period)
    ends = tuple(around(Length(unit), day, 0, here.calendar) for day in (whole.period.start, whole.period.end))
    if unit == "day" or ends[0] == ends[1] or (ends[0].start, ends[1].end) != (whole.period.start, whole.period.end):
        return ()
    alone = [Dates(one.period.start, one.period.end) for one in read if one and one.period.start]
    turned = whole.phrase.startswith("between") and alone[0] > alone[-1] and not re.search(r"\d{4}", whole.phrase)
    return tuple(alone) if turned and len(alone) == len(ends) else ends


PAST_YEARS = ("the last year", "the past year")
OVER_A_YEAR = re.compile(r"\b(?:over|during|within|in|throughout) $", re.IGNORECASE)


def _over_a_year(parts: Parts, here: Here) -> Parts:
    """As in "how has headcount changed over the past year": in the twelve months there have been since."""
    one = parts.stretches[0] if len(parts.stretches) == 1 else None
    if one is None or one.earlier or not parts.mark(Role.CHANGE) or one.found.phrase not in PAST_YEARS:
        return parts
    led = here.nameless[: one.found.span[0]]
    found = find_periods(timing.TREND, here.knows_until, here.calendar) if OVER_A_YEAR.search(led) else ()
    return replace(parts, stretches=(replace(one, found=found[0]),)) if found else parts


def prepared(parts: Parts, here: Here) -> Parts:
    """The parts with a plain change in the place of a trend: rows are picked, and not told month by month."""
    parts = _over_a_year(_from_to(_since(parts, here), here), here)
    moved = picks(parts)
    if moved is None or not (moved.role is Role.TREND or parts.moves) or not (way(moved.said, "") or parts.moves):
        return parts
    others = tuple(one for one in parts.marks if one is not moved)
    return replace(parts, marks=(*others, replace(moved, role=Role.CHANGE)))


def cannot(parts: Parts, metric: Metric, by: Sequence[str], here: Here) -> Unsupported | None:
    """Why rows cannot be picked by how far they moved: the metric is not counted so, or the rows are those of time."""
    far = next((one for one in parts.moves if not limits.move_fits(one, metric, here)), None)
    if far:
        unit = here.view.settings.base_currency if metric.unit is Unit.MONEY else metric.unit.value
        return misunderstandings.no_such_limit(metric, limits.said(far), unit.replace("_", " "), examples(here))
    if parts.moves and parts.mark(Role.DENIED):
        return misunderstandings.no_size_denied(parts.moves[0].moved, examples(here))
    if parts.moves and set(by) & set(TIME):
        return misunderstandings.no_moves_over_time(metric, instead(metric, here))
    return None


def told(query: Query, parts: Parts, here: Here) -> Query:
    """The query with its rows ranked by how they moved, those that did so first, and only those."""
    moved = picks(parts)
    against = query.against or (_before(query, parts, here) if parts.moves else None)
    in_a_state = not parts.bounds and (parts.moves or query.having == Threshold(Comparison.MORE, Fraction(0)))
    having = None if in_a_state else query.having  # not what a state alone would ask for
    if against and not query.by and parts.moves and parts.mark(Role.YES_OR_NO):
        return _whether(replace(query, against=against), parts, here)
    if moved is None or against is None or not query.by or set(query.by) & set(TIME):
        return query
    if having and not parts.moves:
        return query
    which = way(moved.said, query.metrics[0])
    which = limits.OPPOSITE[which] if which and parts.mark(Role.DENIED) else which
    ranking = next((one for one in parts.rankings if not one.is_default), None)
    up_first = which not in (Comparison.LESS, Comparison.AT_MOST)
    if ranking and ranking.end is End.LOW:
        up_first = not up_first
    if parts.main is None and query.period.start and against.period.start:
        # Nobody has shrunk because the quarter has only begun: as much of the one before is held against it.
        metric = here.catalogue[query.metrics[0]]
        against = Against(like_for_like.as_far(against.period, query.period, metric, here))
    by_change = limits.moved(ByChange(which), parts, here.catalogue[query.metrics[0]])
    order = Order.DESC if up_first else Order.ASC
    return replace(query, against=against, by_change=by_change, order=order, having=having)


def _whether(query: Query, parts: Parts, here: Here) -> Query:
    """As in "is revenue up 10 %", "did margin fall by 2 points": one number, and whether it moved so far."""
    which, metric = way(parts.moves[0].moved, query.metrics[0]), here.catalogue[query.metrics[0]]
    if parts.main is None and query.against and query.period.start and query.against.period.start:
        query = replace(query, against=Against(like_for_like.as_far(query.against.period, query.period, metric, here)))
    return replace(query, by_change=limits.moved(ByChange(which), parts, metric))


def _before(query: Query, parts: Parts, here: Here) -> Against:
    """What a move is held against where nothing is said: the period before."""
    return timing.before(here.catalogue[query.metrics[0]], query.period, parts, here)


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
