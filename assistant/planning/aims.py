"""Targets in a question: "revenue against target this quarter", "which clients are below their margin target"."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.agency.periods import Period
from assistant.metrics.definition import Kind, Timing
from assistant.metrics.dimensions import TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.examples import examples
from assistant.planning.here import Here
from assistant.planning.limits import TARGETS
from assistant.planning.parts import Mark, Parts, Wanted
from assistant.planning.words import Role
from assistant.query import AgainstTarget, Comparison, Query

Stopped = Clarification | NoData | Unsupported
ACTUAL = frozenset({"actual", "actuals"})
"""Beside a target these are what it is of: "revenue target vs actual"."""

GOALS = frozenset({"goal", "goals"})
"""Alone they are of whatever stands beside them."""

OF_PEOPLE = "utilization"
"""The target of utilization is each person's own, and has a metric of its own."""


def says_only_target(wanted: Wanted) -> bool:
    """Whether the words leave open what is to meet its target, and are no question of their own."""
    said = wanted.said.casefold()
    if said in GOALS:
        return True
    is_question = said.startswith(("are ", "how "))
    return wanted.metric == "utilization_gap" and "target" in said and OF_PEOPLE[:5] not in said and not is_question


def prepared(piece: Parts, here: Here) -> tuple[Parts, AgainstTarget | None]:
    """The piece without the words for a target, and how its numbers are to be held against one, if they are."""
    piece, named = _named(_to_that_of_people(piece), here)
    targets = [one for one in piece.wanted if says_only_target(one) or asks_how_it_stands(one)]
    others = tuple(one for one in piece.wanted if one not in targets and _has_a_target(one, here))
    if not others or not (targets or named):
        return piece, None
    before = [one for one in others if targets and one.at < targets[0].at]
    if OF_PEOPLE in (before[-1] if before else others[0]).metric:
        return piece, None
    sides = [TARGETS[one.said] for one in targets if one.said in TARGETS]
    sides += [SIDES[one.text.casefold()] for one in piece.unknown if one.text.casefold() in SIDES]
    known = tuple(one for one in piece.unknown if one.text.casefold() not in (*SIDES, *REACHING))
    ends = tuple(one for one in piece.rankings if one.limit)
    alone = replace(piece, wanted=others, rankings=ends, unknown=known)
    return alone, AgainstTarget(sides[0] if sides and piece.groupings else None)


def _to_that_of_people(piece: Parts) -> Parts:
    """As in "is Design on track to hit its utilization target", which has a metric of its own."""
    of_people = [one for one in piece.wanted if one.metric == "utilization_gap" and OF_PEOPLE[:5] in one.said]
    if not of_people:
        return piece
    return replace(piece, unknown=tuple(one for one in piece.unknown if one.text.casefold() not in REACHING))


ON_TRACK = frozenset({"on track", "off track"})


def asks_how_it_stands(wanted: Wanted) -> bool:
    """As in "are we on target for revenue": a question of its own only where nothing else is asked for."""
    said = wanted.said.casefold()
    return wanted.metric == "utilization_gap" and "target" in said and OF_PEOPLE[:5] not in said


SIDES = {
    **dict.fromkeys(("below", "under", "short of", "missing", "missed", "miss", "miss their"), Comparison.LESS),
    **dict.fromkeys(("above", "over", "beyond", "exceeding", "exceeded", "exceed", "beating", "beat"), Comparison.MORE),
}
REACHING = (
    "reach",
    "reached",
    "reaching",
    "hit",
    "hitting",
    "meet",
    "met",
    "meeting",
    "make",
    "made",
    "achieve",
    "achieved",
)
"""What is said of a target beside what it is of; how it stands is told in any case."""


def _has_a_target(wanted: Wanted, here: Here) -> bool:
    """Whether it is held against one, and not only how that stands, as in "on track to hit our target"."""
    said = wanted.said.casefold()
    only_how = said in ON_TRACK or said.startswith("how far")
    return wanted.metric != "utilization_gap" and wanted.metric in here.catalogue and not only_how


def _named(piece: Parts, here: Here) -> tuple[Parts, bool]:
    """As in "revenue target this quarter": the metric whose target is named."""
    mark = next((one for one in piece.marks if one.role is Role.UNMEASURED and is_target_of(one)), None)
    names = mark.value if mark and isinstance(mark.value, tuple) else ()
    metric = next((one for one in names if one in here.vocabulary.askable), "")
    if mark is None or not metric:
        return piece, False
    wanted = [one for one in piece.wanted if not says_only_target(one) and one.metric != metric]
    marks = tuple(one for one in piece.marks if one is not mark)
    return replace(piece, wanted=(*wanted, Wanted(mark.at, metric, mark.said)), marks=marks), True


def is_target_of(mark: Mark) -> bool:
    """Whether the words of a mark name a target, as in "revenue target"."""
    return any(word in mark.said.casefold().split() for word in ("target", "targets", "goal", "goals"))


def told(planned: Sequence[Query | Stopped], against: AgainstTarget | None, here: Here) -> list[Query | Stopped]:
    """The queries, each held against its target; without a period, over the days of the one in force."""
    if against is None:
        return list(planned)
    beside = [one for one in planned if isinstance(one, Query) and _is_so_far_and_ahead(one, here)]
    so_far = [replace(one, metrics=("revenue",)) if one in beside else one for one in planned]
    return [*(_held(one, against, here) if isinstance(one, Query) else one for one in so_far), *beside]


AHEAD = "projected_revenue"


def _is_so_far_and_ahead(one: Query, here: Here) -> bool:
    """As in "the forecast against target": the target is of revenue, beside which the forecast is told."""
    has_begun = one.period.start is None or one.period.start <= here.knows_until
    return one.metrics[0] == AHEAD and has_begun and "revenue" in here.vocabulary.askable


def _held(one: Query, against: AgainstTarget, here: Here) -> Query | Stopped:
    if one.having or one.limit:
        return target_of_all(examples(here))
    held = replace(one, metrics=one.metrics[:1], having=None, against=None, order=None, target=against)
    metric = here.catalogue[one.metrics[0]]
    if one.period_said or not (metric.kind is Kind.SUM and metric.timing is Timing.FLOW):
        return held
    rows = here.view.rows("targets", ("metric", "start_date", "end_date")).to_pylist()
    spans = [(row["start_date"], row["end_date"]) for row in rows if row["metric"] == metric.name]
    now = [(first, last) for first, last in spans if first and last and first <= here.today <= last]
    if not now:
        return held
    first, last = max(now)
    return replace(held, period=Period(first, last, in_days(Stretch(first, last))))


def target_of_all(suggestions: Sequence[str]) -> Unsupported:
    """As in "the top 3 clients against target": how some rows, picked by a number, stand against theirs."""
    text = "How something stands against its target is told of all of it, or of every row, and not of rows picked by a"
    return Unsupported(f"{text} number.", suggestions=tuple(suggestions))


def beside_a_target(before: Parts, piece: Parts) -> Parts | None:
    """Both as one piece where one is a target and nothing else, and the other asks for what it would be the target of.

    As in "revenue vs target"; beside utilization, a target is that of utilization and can be told.
    """
    how_far = [one for one in piece.wanted if one.metric == "percent_complete" and one.said.startswith("how far")]
    if how_far and len(how_far) == len(piece.wanted) and _holds_a_target(before):
        return _with_all_of(before, piece)
    if piece.wanted and all(one.said.casefold() in ACTUAL for one in piece.wanted) and _holds_a_target(before):
        return _with_all_of(before, piece)
    if before.wanted and all(one.said.casefold() in ACTUAL for one in before.wanted) and _holds_a_target(piece):
        return _with_all_of(piece, before)
    only, of_it = (before, piece) if _is_a_target(before) else (piece, before)
    if not _is_a_target(only) or not of_it.wanted or "utilization" in of_it.wanted[-1].metric:
        return None
    return replace(_with_all_of(of_it, only), wanted=(*of_it.wanted, *only.wanted))


def _with_all_of(parts: Parts, other: Parts) -> Parts:
    """The parts with what is said of no metric in the piece beside them: no limit and no closed word is lost there."""
    more = {
        name: (*getattr(parts, name), *(one for one in getattr(other, name) if one not in getattr(parts, name)))
        for name in ("rankings", "bounds", "moves", "marks")
    }
    return replace(parts, **more)


def _holds_a_target(piece: Parts) -> bool:
    """Whether something is held against its target, beside which "actual" is what it came to."""
    return any(says_only_target(one) for one in piece.wanted) or any(is_target_of(one) for one in piece.marks)


def _is_a_target(piece: Parts) -> bool:
    """Whether nothing is asked but how a target is met, by nobody in particular."""
    asks_who = any(one.is_subject and {"person", "team"} & set(one.dimensions) for one in piece.groupings)
    only = all(says_only_target(one) or asks_how_it_stands(one) for one in piece.wanted)
    return bool(piece.wanted) and only and not asks_who


def which_target(piece: Parts, here: Here) -> Stopped | None:
    """As in "gap to target", where several things have one, and nothing says which is meant."""
    [wanted] = piece.wanted if len(piece.wanted) == 1 else (None,)
    rows = [name for one in piece.groupings for name in one.dimensions[:1]]
    if wanted is None or piece.named or not set(rows) <= set(TIME):
        return None
    actual = wanted.said.casefold() in TARGET and bool(ACTUAL & set(here.bare.casefold().split()))
    if not actual and (wanted.said.casefold() not in TO_NO_TARGET or rows):
        return None
    having = set(here.view.rows("targets", ("metric",)).column("metric").to_pylist()) & set(here.vocabulary.askable)
    metrics = [here.catalogue[one] for one in here.catalogue if one in having]
    if len(metrics) <= 1:
        return None
    by = "".join(f" by {one}" for one in rows)
    return misunderstandings.which_metric(wanted.said, metrics, [f"{one.title} against target{by}" for one in metrics])


TARGET = frozenset({"target", "targets"})
"""Beside what it came to, as in "target vs actual by month", this is of whatever has one."""

TO_NO_TARGET = frozenset({"gap to target"})
"""Words that leave open which of the targets is meant."""
