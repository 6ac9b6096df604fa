"""One measure over another: "invoiced as a share of revenue", "what percentage of expenses is billable"."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric
from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark, Named, Parts, Wanted
from assistant.planning.vocabulary import DimensionWord, NameWord
from assistant.planning.words import Role

PART_OF = {"internal_hours": ("tracked_hours", "kind", "internal")}
"""What is a part of another by a filter: of what, and by which."""


KNOWN = {("invoiced", "tracked_hours"): "realization", ("invoiced", "billable_hours"): "realization"}
"""What is told by a share of its own, though the two are counted in other units."""

REST = frozenset({"budget_remaining", "budget_hours_remaining"})
"""What is left of something, which is asked as "how much of … is left"."""

PARTING = (Role.AND, Role.OR, Role.BREAK)
IS = frozenset(
    {"did", "do", "is", "are", "was", "were", "been", "be", "has", "have", "that", "gets", "get", "goes", "went"}
)
DID = frozenset({"did", "do", "have"})
OVER = frozenset({"in", "to", "against", "over", "of"})


def heard(clause: Clause, parts: Parts) -> Parts:
    """The parts with one measure and what it is divided by, where a share is asked of two."""
    parts = _for_each(clause, parts)
    parts = _without_its_own_share(clause, parts)
    said = parts.mark(Role.SHARE, Role.PERCENT)
    pair = _pair(clause, parts, said) if said else None
    if said is None or pair is None or parts.bounds:
        return parts
    top, bottom = pair
    marks = tuple(one for one in parts.marks if one.role not in (Role.SHARE, Role.PERCENT, Role.ALL))
    whole, field, value = PART_OF.get(top.metric, ("", "", ""))
    if whole == bottom.metric and not parts.groupings:
        part = Named(top.at, value, (0, 0), (NameWord(field, value, value),), dimension=field)
        named = replace(parts, wanted=(replace(bottom, weak=False),), named=(*parts.named, part))
        return replace(named, marks=(*marks, Mark(top.at, Role.SHARE, said=said.said)))
    if bottom.metric in REST or top.metric in REST:
        # "how much of the budget of Apollo is left" asks for what is left, and for no share of it.
        rest = top if top.metric in REST else bottom
        return replace(parts, wanted=(replace(rest, weak=False),), marks=marks)
    both = (top.metric, bottom.metric)
    known = KNOWN.get(both) or next((one.name for one in METRICS.values() if one.parts == both), "")
    if known:
        return replace(parts, wanted=(Wanted(top.at, known, known.replace("_", " ")),), marks=marks)
    alone = _of_one_alone(parts, top, bottom)
    if alone:
        told = f"{alone.text} {top.said} as a share of {bottom.said}"
        near = Mark(top.at, Role.UNMEASURED, (top.metric, bottom.metric), told)
        return replace(parts, wanted=(), marks=(*marks, near))
    over = Mark(bottom.at, Role.RATIO, bottom.metric, said.said)
    return replace(parts, wanted=(replace(top, weak=False),), marks=(*marks, over))


PER_HOUR = ("per hour", "an hour")
EARNED = ("revenue", "agi")


def _for_each(clause: Clause, parts: Parts) -> Parts:
    """As in "cost per billable hour", "profit per hour": money over the hours it is told of."""
    per = parts.mark(Role.RATIO)
    if per and per.value:
        marks = tuple(one for one in parts.marks if one.role is not Role.AVERAGE)
        return replace(parts, marks=marks)  # what it is divided by is known
    asked = sorted(parts.wanted, key=lambda one: one.at)
    worked = [one for one in asked[2:] if one.weak and one.metric == "tracked_hours" and one.at == asked[1].at + 1]
    if len(asked) - len(worked) != len(("top", "bottom")):
        return _without(parts, per)
    top, bottom = asked[:2]
    of_hours = bottom.said.endswith(PER_HOUR) and clause.before(bottom.at) == top.at and top.metric not in EARNED
    if per is None and of_hours:
        per, bottom = Mark(bottom.at, Role.RATIO, said=bottom.said), replace(bottom, metric="tracked_hours")
    if per is None or not top.at < per.at <= bottom.at:
        return _without(parts, per)
    others = tuple(one for one in parts.marks if one.role not in (Role.RATIO, Role.AVERAGE))
    if not divides([METRICS[one.metric] for one in (top, bottom) if one.metric in METRICS]):
        said = clause.text[clause.place_in_text(top.at)[0] : clause.place_in_text(bottom.at)[1]]
        return replace(parts, wanted=(), marks=(*others, Mark(top.at, Role.UNMEASURED, (top.metric,), said)))
    known = next((one.name for one in METRICS.values() if one.parts == (top.metric, bottom.metric)), "")
    if known:
        return replace(parts, wanted=(Wanted(top.at, known, known.replace("_", " ")),), marks=others)
    over = Mark(bottom.at, Role.RATIO, bottom.metric, per.said)
    return replace(parts, wanted=(replace(top, weak=False),), marks=(*others, over))


def _without(parts: Parts, per: Mark | None) -> Parts:
    return replace(parts, marks=tuple(one for one in parts.marks if one is not per)) if per else parts


def divides(both: Sequence[Metric]) -> bool:
    """Whether the first is money, or hours, and the second the hours of the same period."""
    units = [one.unit for one in both]
    alike = len({(one.timing, one.outlook) for one in both}) == 1 and all(one.kind is Kind.SUM for one in both)
    return alike and units[1:] == [Unit.HOURS] and units[0] in (Unit.MONEY, Unit.HOURS)


def _without_its_own_share(clause: Clause, parts: Parts) -> Parts:
    """As in "what share of invoices gets paid on time": what is asked for is that share, and nobody's share of it."""
    said, names = parts.mark(Role.SHARE), {one.metric for one in parts.wanted}
    metrics = [METRICS[one] for one in names if one in METRICS]
    picked = parts.bounds or parts.mark(Role.OVER_BUDGET)
    if (
        said is None
        or picked
        or parts.named
        or [(one.kind, one.unit) for one in metrics] != [(Kind.RATIO, Unit.PERCENT)]
    ):
        return parts
    noun = clause.after(said.at)
    if clause.span(noun).one(DimensionWord) is None or noun in [one.at for one in parts.wanted]:
        return parts
    rows = tuple(one for one in parts.groupings if one.at != noun)
    return replace(parts, groupings=rows, marks=tuple(one for one in parts.marks if one is not said))


OF_ONE_ALONE = frozenset({"employment", "category", "vendor"})


def _of_one_alone(parts: Parts, top: Wanted, bottom: Wanted) -> Named | None:
    """What only the first is of, as in "freelancer cost as % of revenue": that is all revenue, and not theirs."""
    kinds = [(one, {word.dimension for word in one.readings}) for one in parts.named if not one.negated]
    beside = max(top.at + 2, 0)
    return next((one for one, kind in kinds if kind <= OF_ONE_ALONE and one.at < min(bottom.at, beside + 1)), None)


def _pair(clause: Clause, parts: Parts, said: Mark) -> tuple[Wanted, Wanted] | None:
    """What is divided, and by what; None where the two are asked for side by side."""
    asked = sorted(parts.wanted, key=lambda one: one.at)
    if len(asked) == 1 and asked[0].metric != "revenue" and asked[0].said.split()[0] == "revenue":
        # "what percentage of revenue is invoiced": both are said in one phrase.
        asked = [Wanted(asked[0].at, "revenue", "revenue"), asked[0]]
        return (
            (asked[1], asked[0])
            if said.at < asked[0].at and _comparable([METRICS[one.metric] for one in asked])
            else None
        )
    if len(asked) != len(("top", "bottom")) or not _comparable([METRICS.get(one.metric) for one in asked]):
        return None
    first, second = asked
    between = range(first.at + 1, second.at)
    if any(clause.spans[at].role(*PARTING) for at in between):
        return None
    if first.at < said.at < second.at:
        return _over(first, second)
    texts = {word for at in between for word in clause.said(at).casefold().split()}
    texts |= {*clause.said(second.at).casefold().split()[:1]} & DID  # "… did we invoice"
    versus = any(clause.spans[at].role(Role.VERSUS) for at in between)
    if said.at < first.at and texts & IS:
        return _over(second, first)
    is_ratio = said.at > second.at and "to" in texts  # "expenses to revenue ratio"
    return _over(first, second) if versus or is_ratio or (said.at < first.at and texts & OVER) else None


def _over(top: Wanted, bottom: Wanted) -> tuple[Wanted, Wanted] | None:
    """Both, where they are of one kind, or money over hours and not the other way round."""
    both = [METRICS[top.metric], METRICS[bottom.metric]]
    return (top, bottom) if both[0].unit is both[1].unit or divides(both) else None


def _comparable(metrics: Sequence[Metric | None]) -> bool:
    """Whether both are amounts of one kind, over a period or as of a day, so that a share means something."""
    known = [one for one in metrics if one is not None]
    names = {one.name for one in known}
    if names in [set(one) for one in KNOWN] or any(set(one.parts or ()) == names for one in METRICS.values() if names):
        return True
    # "what share of next month's capacity is still free": there is capacity of days to come, too.
    looks = {one.outlook for one in known if not one.looks_forward}
    alike = (len({(one.unit, one.timing) for one in known}) == 1 and len(looks) <= 1) or divides(known)
    sums = all(one.kind is Kind.SUM and one.unit not in (Unit.DATE, Unit.HEALTH) for one in known)
    return (
        alike and sums and len({one.name for one in known}) == len(metrics) and all(METRICS[one.name] for one in known)
    )
