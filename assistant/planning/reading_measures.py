"""Reads one measure held against another: "billed less than we earned", "more overtime than absence".

Of nobody in particular the two stand side by side; of rows, those are asked for that have more of the one. These are
told by the smaller over the larger, so that a row with nothing of the smaller is among them.
"""

from dataclasses import replace
from fractions import Fraction

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric, Timing
from assistant.metrics.dimensions import TIME
from assistant.planning import reading_times
from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Mark, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.vocabulary import ClosedWord, MetricWord, NumberWord
from assistant.planning.words import Role
from assistant.query import Comparison

ALL_OF_IT = Fraction(100)
MORE, LESS = Comparison.MORE, Comparison.LESS
SIDES = {
    **dict.fromkeys(("more", "higher", "greater", "larger", "bigger"), MORE),
    **dict.fromkeys(("less", "fewer", "lower", "smaller"), LESS),
}
DIFFERENCES = {
    ("tracked_hours", "scheduled_hours"): "plan_variance_hours",
    ("revenue", "cost"): "profit",
    ("invoiced", "cost"): "invoiced_profit",
}
"""What tells by how much the one is more than the other, and is nothing where they are alike."""

LESS_THE_OTHER = {
    **DIFFERENCES,
    ("available_hours", "scheduled_hours"): "free_hours",
    ("budget_total", "budget_used"): "budget_remaining",
    ("budget_hours", "tracked_hours"): "budget_hours_remaining",
    ("budget_hours", "budget_hours_used"): "budget_hours_remaining",
    ("revenue", "budget_used"): "profit",
}
"""What the one leaves when the other is taken from it."""

TAKING = frozenset({"minus", "less"})

SPENT = {"budget_used": "cost", "absence_days": "absence_hours"}
"""What "spent" is beside what was earned or billed, and leave beside hours."""


@needs(Role.LIMIT, Role.VERSUS)
def held(clause: Clause) -> None:
    """As in "did we spend more than we earned": the words between two measures hold the one against the other."""
    for at, word in list(clause.roles(Role.LIMIT, Role.VERSUS)):
        side, more = _side(clause, at, word)
        following = clause.after(at)
        whose = following if clause.span(following).role(Role.HE) else None
        behind = clause.span(clause.after(whose) if whose is not None else following)
        first, second = _measure_before(clause, at), behind.one(MetricWord)
        if side is None or first is None or second is None or behind.one(NumberWord) or not _alike(first, second):
            continue
        clause.use(at, more, whose)
        spans = list(clause.spans)
        spans[at] = spans[at]._replace(senses=(ClosedWord(Role.VERSUS, side, word.said),))
        clause.spans = spans


@needs(TAKING)
def taken_away(clause: Clause) -> None:
    """As in "capacity minus what is booked": what is left of the one, or the one held against the other."""
    for at in range(1, len(clause.spans) - 1):
        behind = clause.after(at)
        first, second = clause.span(clause.before(at)).one(MetricWord), clause.span(behind).one(MetricWord)
        if clause.said(at).casefold() not in TAKING or first is None or second is None or behind is None:
            continue
        left = LESS_THE_OTHER.get((first.metric, second.metric), "")
        spans = list(clause.spans)
        if left:
            spans[at] = spans[at]._replace(senses=(MetricWord(left, left.replace("_", " ")),))
            clause.use(clause.before(at), behind)
        elif _alike(first, second):
            spans[at] = spans[at]._replace(senses=(ClosedWord(Role.VERSUS),))
        clause.spans = spans


def _side(clause: Clause, at: int, word: ClosedWord) -> tuple[Comparison | None, int | None]:
    """On which side the first is asked for, and where "more" stands apart from its "than"."""
    if word.role is Role.LIMIT:
        return (word.value if word.value in (MORE, LESS) else None), None  # type: ignore[return-value]
    more = next((one for one in range(at - 1, -1, -1) if clause.span(one).role(Role.MORE)), None)
    if more is None or clause.said(at).casefold() != "than":
        return None, None
    return SIDES.get(clause.said(more).casefold()), more


def _measure_before(clause: Clause, at: int) -> MetricWord | None:
    """The measure before it, with nothing but what is said of whom in between."""
    return next((word for one in range(at - 1, -1, -1) if (word := clause.span(one).one(MetricWord))), None)


def _metric(name: str) -> Metric | None:
    return METRICS.get(SPENT.get(name, name))


def _alike(first: MetricWord, second: MetricWord) -> bool:
    """Whether both are amounts of one kind in a period."""
    both = [_metric(first.metric), _metric(second.metric)]
    known = [one for one in both if one is not None]
    sums = all(one.kind is Kind.SUM and one.timing is Timing.FLOW for one in known)
    units = {one.unit for one in known}
    outlooks = {one.outlook for one in known}
    differ = len({one.name for one in known}) == len(both)
    return (
        differ
        and sums
        and len(units) == 1
        and units <= {Unit.HOURS, Unit.MONEY}
        and (len(outlooks) == 1 or _difference(first.metric, second.metric) != "")
    )


def _difference(first: str, second: str) -> str:
    return DIFFERENCES.get((first, second)) or DIFFERENCES.get((second, first), "")


@needs(Role.VERSUS)
def limited(clause: Clause) -> None:
    """As in "which clients did we invoice less than we earned": only the rows that are on that side."""
    found = clause.found
    rows = any(one.dimensions and (one.is_subject or not set(one.dimensions) & set(TIME)) for one in found.groupings)
    for at, span in enumerate(clause.spans):
        word = span.role(Role.VERSUS)
        side = word.value if word else None
        if not rows or found.bounds or side not in (MORE, LESS) or _by_how_much(clause, at):
            continue
        before = [one for one in found.wanted if one.at < at]
        behind = next((one for one in found.wanted if one.at > at), None)
        if not before or behind is None or len(found.wanted) != len(("one", "other")):
            continue
        first = before[-1]
        _only_those(clause, at, first, behind, more=side is MORE)


def _by_how_much(clause: Clause, at: int) -> bool:
    """As in "how much more have we earned than invoiced by client": of each of them, both are told."""
    before = [one.word for one in clause.tokens[: clause.spans[at].first]]
    much = [place for place in range(len(before) - 2) if before[place : place + 2] == ["how", "much"]]
    return any(before[place + 2] in ("more", "less", "fewer") for place in much)


def _by_name(wanted: Wanted) -> Wanted:
    name = SPENT.get(wanted.metric, wanted.metric)
    return Wanted(wanted.at, name, name.replace("_", " "))


def _only_those(clause: Clause, at: int, first: Wanted, second: Wanted, *, more: bool) -> None:
    one, other = (_by_name(each) for each in (first, second))
    difference = _difference(one.metric, other.metric)
    above = more is ((one.metric, other.metric) in DIFFERENCES)
    earned = any(each.metric == "revenue" and each.said != "revenue" for each in (first, second))
    if earned and "invoiced" in (one.metric, other.metric) and not clause.found.stretches:
        difference, above = "unbilled", more is (one.metric == "revenue")
    if difference:
        clause.found.bounds.append(Bound(at, MORE if above else LESS, Fraction(0)))
        clause.found.wanted[:] = [Wanted(first.at, difference, difference.replace("_", " "))]
        return
    small, large = (other, one) if more else (one, other)
    clause.found.bounds.append(Bound(at, LESS, ALL_OF_IT, percent=True, share_of=large.metric))
    clause.found.wanted[:] = [small]


@needs(Role.BETWEEN)
def told_apart(clause: Clause) -> None:
    """As in "the difference between revenue and invoiced", of no time and nobody: what each of them means.

    Of a time or of somebody, the two stand side by side; so do those that something is split between.
    """
    found = clause.found
    places = [at for at, _ in clause.roles(Role.BETWEEN)]
    if not places:
        return
    behind = [one for one in found.wanted if one.at > places[0]]
    split = [one for one in found.marks if one.role is Role.SHARE and one.at < places[0]]
    several = len({one.metric for one in behind}) > 1
    if split and several:
        found.marks[:] = [one for one in found.marks if one not in split]
        found.wanted[:] = behind
        clause.use(*places)
    elif split and any(one.at > places[0] for one in found.groupings):  # "split of hours between … by kind"
        clause.use(*places)
    elif len({one.metric for one in found.wanted}) > 1:
        _two_apart(clause, places)


def _two_apart(clause: Clause, places: list[int]) -> None:
    found = clause.found
    rows = (*found.named, *found.stretches, *found.relatives, *found.groupings, *found.rankings, *found.bounds)
    if found.rankings:
        return  # "the biggest gap between invoiced and earned": rows are not ranked by a difference
    said = reading_times.differing(clause, places[0])
    different = clause.word_before(places[0]) in ("difference", "differences")
    if said and (rows or not different):
        found.marks[:] = [one for one in found.marks if one.at not in said]
        clause.use(*said, *places)
    elif different:
        found.marks.append(Mark(places[0], Role.MEANING, said=clause.said(places[0])))
        clause.use(*places)


@needs_asked("free_hours")
def hours_of_each(clause: Clause) -> None:
    """As in "available, planned and free hours": the noun at the end is that of the first, too."""
    wanted = clause.found.wanted
    for place, one in enumerate(wanted):
        if one.said != "available" or one.metric != "free_hours" or clause.before(one.at) is not None:
            continue
        listed = clause.span(clause.after(one.at)).role(Role.AND, Role.VERSUS) is not None
        if listed and any(other.at > one.at and other.said.endswith(" hour") for other in wanted):
            wanted[place] = replace(one, metric="available_hours", said="available hours")
