"""Cuts a clause that asks for several things into pieces, each with one thing and all that belongs to it."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Outlook, Timing
from assistant.planning import conditions, records
from assistant.planning.aims import AHEAD, ON_TRACK, says_only_target
from assistant.planning.clauses import Clause
from assistant.planning.limits import PICKING
from assistant.planning.parts import Bound, Mark, Named, Parts, Stretch, Wanted
from assistant.planning.reading_lacking import JOINTS, THEN
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.vocabulary import MetricWord, PeriodWord
from assistant.planning.words import Role, phrases
from assistant.query import Comparison

SHARED = ("groupings", "named", "stretches", "relatives")
"""What a piece without its own takes over from its neighbours: "hours and revenue by client last month"."""

BLOCKING = (Role.UNMEASURED, Role.AMBIGUOUS)

ACTING_ON_ALL = (
    Role.CHANGE,
    Role.TREND,
    Role.DRIFT,
    Role.ME,
    Role.MY,
    Role.NOW,
    Role.TO_COME,
    Role.ALL,
    Role.COMPARE,
    Role.OPEN,
    Role.ABSENCE_REPORT,
    Role.CONTINUE,
    Role.WHY,
    Role.WHAT_IF,
    Role.MEANING,
    Role.SHARE,
    Role.CUMULATIVE,
    Role.ANNUALISED,
    Role.RATIO,
    Role.LACKING,
    Role.WHEN,
)
"""Words that act on everything a clause asks for, wherever they stand."""


def strong(wanted: Sequence[Wanted], clause: Clause) -> tuple[Wanted, ...]:
    """The metrics asked for, without those whose weak words only went with another."""
    then = {one.at for one in clause.found.marks if one.role is Role.LACKING and one.value == THEN}
    twice = {one.metric for one in wanted if one.at in then}  # "worked in August but not in September"
    firm = tuple(
        _firm(one, wanted, clause) if one.weak else one
        for one in wanted
        if not one.weak
        or one.metric in twice
        or (then and one.at < min(then) and not any(not other.weak and other.at < min(then) for other in wanted))
        or _is_listed(one, wanted, clause)
        or _has_own_limit(one, wanted, clause)
        or _is_leave_besides(one, wanted, clause)
        or _is_about_to_be(one, clause)
    )
    if firm and all(one.metric == "tracked_hours" and one.said in JUST_A_UNIT for one in firm):
        others = [one for one in wanted if one.weak]
        if others and all(one.metric in PLANNED for one in others):
            firm = tuple(replace(one, weak=False) for one in others)
    if firm and all(says_only_target(one) for one in firm):
        # As in "forecast for the year vs target": what is to meet the target is said by a word that yields to others.
        firm += tuple(replace(one, weak=False) for one in wanted if one.weak and one.metric == AHEAD)
    every = {one.metric: one for one in wanted}
    if every.keys() >= {"tracked_hours", "budget_used"} and every["budget_used"].said in TIME_IS_SPENT:
        every.pop("budget_used")
    if "absence_days" in every and all(every[one].said in _PLANS for one in every.keys() & set(PLANNED)):
        every = {name: one for name, one in every.items() if name not in PLANNED}  # leave is what is planned
    return firm or tuple(every.values())


def _is_about_to_be(weak: Wanted, clause: Clause) -> bool:
    """As in "retainers about to end with hours left", "retainers ending this year with …": which rows are meant."""
    if weak.metric not in conditions.LISTING:
        return False
    first = clause.spans[weak.at].first
    said = [one.text.casefold() for one in clause.tokens[max(0, first - 2) : first]]
    noun = bool(dimensions_at(clause, weak.at - 1)) or clause.span(weak.at - 1).role(Role.VALUE) is not None
    days = any(one.at == weak.at + 1 for one in clause.found.stretches)
    return said == ["about", "to"] or (noun and days and clause.says(conditions.LEADING))


def _is_leave_besides(weak: Wanted, wanted: Sequence[Wanted], clause: Clause) -> bool:
    """As in "hours of Felix and vacation of Nina": a kind of leave that is asked for beside what has none."""
    kind = next((one for one in clause.found.named if one.at == weak.at), None)
    others = [one for one in wanted if not one.weak]
    apart = all(_joints(clause, *sorted((one.at, weak.at))) for one in others)
    return bool(kind and kind.leave and not kind.negated and apart) and not any(
        one.metric not in METRICS or "category" in METRICS[one.metric].by for one in others
    )


PLANNED = ("scheduled_hours", "tentative_hours")
"""As in "how many hours are still booked on Apollo": the hours are the unit of what is booked."""

_PLANS = frozenset(phrases("planned, scheduled, booked, allocated, forecast"))
_IN_PLANS = frozenset({Unit.MONEY, Unit.HOURS, Unit.PERCENT})


def _only_planned(wanted: Sequence[Wanted], firm: Sequence[Wanted], clause: Clause) -> list[Mark]:
    """As in "planned cost of Apollo": what is planned of something is not what there has been of it.

    Leave, tasks and deals are told as they are planned; what is told ahead anyway says so itself.
    """
    kept = {one.at for one in firm}
    plans = [one for one in wanted if one.weak and one.at not in kept and one.said in _PLANS]
    return [
        Mark(weak.at, Role.UNMEASURED, (one.metric,), f"{weak.said} {clause.said(one.at).casefold()}")
        for weak in plans
        for one in firm
        if clause.after(weak.at) == one.at or _is_held_to_plan(weak, one, clause)
        if one.said not in JUST_A_UNIT and _has_been(one.metric)
    ]


def _is_held_to_plan(weak: Wanted, other: Wanted, clause: Clause) -> bool:
    """As in "margin vs planned": what is planned of it, which is none of the hours that are booked."""
    held = clause.span(clause.before(weak.at)).role(Role.VERSUS) is not None
    in_hours = other.metric in METRICS and METRICS[other.metric].unit is Unit.HOURS
    return weak.said in _PLANS and held and other.at < weak.at and not in_hours and _has_been(_of_money(other, ()))


def _has_been(name: str) -> bool:
    metric = METRICS.get(name)
    if metric is None or metric.outlook is not Outlook.ACTUAL or name.startswith("absence"):
        return False
    return metric.unit in _IN_PLANS and metric.timing is Timing.FLOW


TIME_IS_SPENT = frozenset({"spend", "spent", "spending"})
"""As in "how much time do we spend on pitches": it is the time that is spent, and no money."""

OF_MONEY = {"budget_used": "cost"}
"""What "spent" is beside "billed" and "collected"."""


def _of_money(weak: Wanted, wanted: Sequence[Wanted]) -> str:
    """As in "billed, collected and spent"; in "budget total, used and remaining" it is the budget that is used."""
    of_budgets = any(one.metric.startswith("budget_") and not one.weak for one in wanted)
    in_hours = weak.metric == "budget_used" and any(one.metric == "budget_hours" for one in wanted)
    in_money = any(one.metric == "budget_total" for one in wanted)
    if of_budgets:
        return "budget_hours_used" if in_hours and not in_money else weak.metric
    return OF_MONEY.get(weak.metric, weak.metric)


def _firm(weak: Wanted, wanted: Sequence[Wanted], clause: Clause) -> Wanted:
    of_its_own = _has_own_limit(weak, wanted, clause)
    return replace(weak, metric=weak.metric if of_its_own else _of_money(weak, wanted), weak=False)


def _has_own_limit(weak: Wanted, wanted: Sequence[Wanted], clause: Clause) -> bool:
    """As in "booked less than 10 hours next week but free the week after": limited by itself, before what is joined."""
    if any(one.role is Role.LACKING and one.value == THEN and one.at == weak.at for one in clause.found.marks):
        return True
    joints = _joints(clause, 0, len(clause.spans))
    first = max((at for at in joints if at < weak.at), default=-1)
    last = min((at for at in joints if at > weak.at), default=len(clause.spans))
    beside = [one for one in wanted if first < one.at < last and one is not weak and one.said not in JUST_A_UNIT]
    limited = any(first < one.at < last for one in clause.found.bounds) or _is_contrasted(clause, first, last)
    limited = limited or (weak.metric in conditions.LISTING and _has_own_days(clause, weak.at, first, last))
    others = any((not one.weak or one.metric != weak.metric) and not first < one.at < last for one in wanted)
    return not beside and limited and others


def _is_contrasted(clause: Clause, first: int, last: int) -> bool:
    """As in "who was booked last week but logged nothing": what stands on one side of a "but" is a thing of its own."""
    parted = [at for at in (first, last) if 0 <= at < len(clause.spans)]
    return any(clause.first_token(at).text.casefold() in ("but", "yet") for at in parted)


def _has_own_days(clause: Clause, at: int, first: int, last: int) -> bool:
    """As in "and that end this quarter", "and when they end": when it is said of itself, or asked."""
    days = any(at < one.at < last for one in clause.found.stretches)
    return (
        days
        or any(first < one.at < at for one in clause.found.marks if one.role is Role.WHEN)
        or any(clause.spans[place].role(Role.WHEN) for place in range(first + 1, at))
    )


def _is_listed(weak: Wanted, wanted: Sequence[Wanted], clause: Clause) -> bool:
    """As in "billed, collected and spent": one of several that are asked for alike."""
    others = {one.at for one in wanted if one is not weak and one.metric != weak.metric}
    if any(_is_held_to_plan(weak, one, clause) for one in wanted):
        return False
    return _is_held_against(weak, wanted, clause) or any(
        clause.span(step(weak.at)).role(Role.AND, Role.OR, Role.VERSUS) and step(step(weak.at)) in others
        for step in (clause.before, clause.after)
    )


def _is_held_against(weak: Wanted, wanted: Sequence[Wanted], clause: Clause) -> bool:
    """As in "capacity in November vs booked", "invoiced vs what we earned": what is held against is told, too."""
    if not clause.span(clause.before(weak.at)).role(Role.VERSUS) or weak.metric not in METRICS:
        return False
    unit = METRICS[_of_money(weak, wanted)].unit
    before = [METRICS[one.metric] for one in wanted if one.at < weak.at and not one.weak and one.metric in METRICS]
    return unit in _AMOUNTS and any(one.unit is unit for one in before)


_AMOUNTS = (Unit.HOURS, Unit.MONEY)


MILESTONES = "milestones_due"


def _billable_ones(clause: Clause, parts: Parts) -> Parts:
    """As in "expenses over 500 that are billable": those that are charged on, and no hours beside them."""
    cost = next((one for one in parts.wanted if one.metric == "expense_cost"), None)
    billable = next(one for one in parts.wanted if one.said == "billable")
    if cost is None or len(parts.wanted) != len((cost, billable)) or billable.at < cost.at:
        return parts
    behind = {clause.tokens[at].text.casefold() for at in range(clause.spans[billable.at].first)} & {"that", "which"}
    return replace(parts, wanted=(replace(cost, metric="billable_expenses"),)) if behind else parts


def segments(clause: Clause, parts: Parts) -> tuple[Parts, ...]:
    """One piece for each thing asked for, left to right."""
    parts = records.beside(clause, parts) if parts.wanted and parts.mark(Role.AMBIGUOUS) else parts
    parts = records.of_milestones(clause, parts) if any(one.metric == MILESTONES for one in parts.wanted) else parts
    parts = _billable_ones(clause, parts) if any(one.said == "billable" for one in parts.wanted) else parts
    firm = _to_a_target(strong(parts.wanted, clause))
    planned = tuple(_only_planned(parts.wanted, firm, clause))
    parts = replace(parts, marks=(*parts.marks, *planned)) if planned else parts
    wanted = _of_a_budget(_in_hours(firm, clause), clause)
    parts = parts if wanted == parts.wanted else replace(parts, wanted=wanted)
    parts, such = conditions.apart(clause, parts)
    each_time = _in_both_times(clause, parts) if parts.mark(Role.BOTH) else ()
    return each_time or (*_each_asked(clause, parts), *such)


def _in_both_times(clause: Clause, parts: Parts) -> tuple[Parts, ...]:
    """As in "unprofitable in both Q2 and Q3": rows of which it is true in the one time, and in the other."""
    both = next(one for one in parts.marks if one.role is Role.BOTH)
    times = [one for one in parts.stretches if not one.earlier]
    behind = [one.at for one in times] == [both.at + 1, both.at + 3] and clause.span(both.at + 2).role(Role.AND)
    if not behind or len(parts.wanted) != 1 or not any(one.is_subject for one in parts.groupings):
        return ()
    marks = tuple(one for one in parts.marks if one is not both)
    own = parts.bounds or parts.moves or parts.rankings or parts.wanted[0].said in PICKING
    bounds = parts.bounds if own else (Bound(both.at, Comparison.MORE, Fraction(0)),)
    return tuple(replace(parts, marks=marks, stretches=(one,), bounds=bounds) for one in times)


def _each_asked(clause: Clause, parts: Parts) -> tuple[Parts, ...]:
    places = sorted({one.at for one in parts.wanted})
    apart = [one.at for one in parts.marks if one.role in BLOCKING and one.value != "breakdown"]
    places += [at for at in apart if _stands_apart(clause, at, places)]
    places.sort()
    if len(places) <= 1 or parts.mark(Role.MEANING):  # what each of them means is one text
        return (parts,)
    either = _either(clause, parts, places)
    if either:
        return (either,)
    cuts = [_cut(clause, first, second) for first, second in pairwise(places)]
    edges = [0, *cuts, len(clause.spans)]
    pieces = _completed([parts.within(first, last - 1) for first, last in pairwise(edges)])
    apart_by = [Mark(cut - 1, Role.OR) for cut in cuts if clause.spans[cut - 1].role(Role.OR)]
    return tuple(replace(one, marks=(*one.marks, *apart_by)) for one in pieces) if apart_by else tuple(pieces)


def _to_a_target(wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """As in "how far is Design off its utilization target": how far it is from it, and neither progress nor leave."""
    others = tuple(one for one in wanted if not one.said.startswith("how far is") and one.said != "off")
    if any(one.metric == TO_A_TARGET and "utilization" in one.said for one in others):  # "on track to hit its …"
        others = tuple(one for one in others if one.said not in ON_TRACK)
    return others if any("target" in one.said.split() for one in others) else tuple(wanted)


def _in_hours(wanted: Sequence[Wanted], clause: Clause) -> tuple[Wanted, ...]:
    """As in "how many hours did we overservice Acme": the hours are the unit of what is counted in hours."""
    units = [one for one in wanted if one.metric == "tracked_hours" and one.said in JUST_A_UNIT]
    others = [one for one in wanted if one.metric in METRICS and METRICS[one.metric].unit is Unit.HOURS]
    others = [one for one in others if one.metric != "tracked_hours"]
    kept = [one for one in wanted if one not in units]
    loose = all(not _joints(clause, *sorted((unit.at, one.at))) for unit in units for one in others)
    return tuple(kept) if units and others and loose and len(kept) == len(others) == 1 else tuple(wanted)


def _of_a_budget(wanted: Sequence[Wanted], clause: Clause) -> tuple[Wanted, ...]:
    """As in "budget of Acme left": the budget is what something is left of, and no measure beside it."""
    whole = [one for one in wanted if one.metric == "budget_total" and one.said == "budget"]
    rest = [one for one in wanted if one.metric.startswith(OF_BUDGETS) and one not in whole]
    if len(whole) == 1 and rest and {one.metric for one in rest} == {"budget_hours_remaining"}:
        left = replace(whole[0], metric="budget_remaining", said="budget remaining")  # "budget and hours left"
        return tuple(left if one is whole[0] else one for one in wanted) if whole[0].at < rest[0].at else tuple(wanted)
    if len(whole) != 1 or not rest or any(_joints(clause, *sorted((whole[0].at, one.at))) for one in rest):
        return tuple(wanted)
    return tuple(one for one in wanted if one not in whole)


OF_BUDGETS = ("budget_", "burn_", "forecast_used", "forecast_overrun")
"""What the measures of a budget are called."""

USED_AND_LEFT = {"budget_used", "budget_remaining"}
"""Of one budget both are told: "budget used of Acme left"."""

JUST_A_UNIT = frozenset({"hour", "time", "work", "time sheet hour"})


def _either(clause: Clause, parts: Parts, places: Sequence[int]) -> Parts | None:
    """As in "how many hours did we leave free": words of two measures that nothing joins; which is meant is asked.

    Words side by side are a list ("hours revenue margin by client"), and so are those that "and", "or" or "vs" join.
    """
    listed = not parts.mark(Role.HOW_MANY) and clause.first_token(0).text.casefold() != "how"
    loose = [
        (one, other)
        for one, other in pairwise(places)
        if not _joints(clause, one, other) and not (listed and _stand_side_by_side(clause, parts, one, other))
    ]
    metrics = tuple(dict.fromkeys(one.metric for one in parts.wanted if not says_only_target(one)))
    if set(metrics) == USED_AND_LEFT and not parts.bounds:
        return None
    gaps = tuple(one for one in parts.wanted if one.metric == "utilization_gap" and "target" in one.said)
    if loose and gaps and all("utilization" in one for one in metrics):
        return replace(parts, wanted=gaps)  # "how far above target is the utilization of Design"
    if not loose or len(metrics) < len(("one", "other")) or parts.mark(*BLOCKING):
        return None
    said = " … ".join(dict.fromkeys(one.said for one in parts.wanted))
    return replace(parts, wanted=(), marks=(*parts.marks, Mark(loose[0][0], Role.AMBIGUOUS, metrics, said)))


_LIKE_ADJECTIVES = frozenset(
    phrases(
        "paid, unpaid, overdue, estimated, received, outstanding, collected, invoiced, billed, actual, planned, sick"
    )
)
"""Before another measure these are said of it, and are none beside it: "paid hours", "planned vs actual revenue"."""

_LEADING = frozenset(phrases("on, in, for, of, during, at, from, to, with, without"))


def _stand_side_by_side(clause: Clause, parts: Parts, first: int, second: int) -> bool:
    """As in "hours revenue margin by client": names of measures right after one another, neither said of the other."""
    said = [one.said.split()[-1] for one in parts.wanted if one.at == first]
    led = [one.said.split()[0] for one in parts.wanted if one.at == second]
    between = {clause.tokens[place].word for at in range(first + 1, second) for place in clause.spans[at].places}
    return clause.after(first) == second and not set(said) & _LIKE_ADJECTIVES and not (between | set(led)) & _LEADING


def _stands_apart(clause: Clause, at: int, others: Sequence[int]) -> bool:
    """Whether "and" parts it from every metric: "revenue and invoices", but not "unbilled hours"."""
    found = (_joints(clause, min(at, one), max(at, one)) for one in others)
    return bool(others) and all(any(not _is_held_to(clause, joint) for joint in joints) for joints in found)


def _is_held_to(clause: Clause, joint: int) -> bool:
    """As in "how are we doing this month compared to last month: revenue", "… against our utilization target"."""
    behind = clause.after(joint) if clause.span(joint).role(Role.VERSUS) else None
    behind = clause.after(behind) if clause.span(behind).role(Role.MY, Role.HE) else behind
    metric = clause.span(behind).one(MetricWord)
    return clause.span(behind).one(PeriodWord) is not None or (metric is not None and metric.metric == TO_A_TARGET)


TO_A_TARGET = "utilization_gap"


def _joints(clause: Clause, first: int, second: int) -> list[int]:
    return [
        at
        for at in range(first + 1, second)
        if clause.spans[at].role(Role.AND, Role.OR, Role.VERSUS)
        or _who_are(clause, at)
        or _with_more(clause, at, first)
        or (clause.spans[at].role(Role.NOT) and _denies_another(clause, at))
    ]


def _denies_another(clause: Clause, at: int) -> bool:
    """As in "but not invoiced", "clients we worked for without invoicing them": what is denied stands by itself."""
    then = (one.at for one in clause.found.marks if one.role is Role.LACKING and one.value == THEN)
    return clause.first_token(at).text.casefold() in JOINTS or any(clause.after(at) == one for one in then)


WHO_ARE = frozenset({"is", "are", "has", "have", "was", "were", "also"})


def _who_are(clause: Clause, at: int) -> bool:
    """As in "anyone missing timesheets who is also overbooked": what else is to be true of them."""
    said = clause.first_token(at).text.casefold() == "who" and at > 1
    return said and at + 1 < len(clause.spans) and clause.first_token(at + 1).text.casefold() in WHO_ARE


THEIRS = frozenset({"the", "their", "its"})
"""As in "hours by person with the costs": the one beside the other."""


def _with_more(clause: Clause, at: int, first: int) -> bool:
    """As in "projects over budget with unbilled work", "clients over 50k with a margin below 20 %": true of them."""
    if clause.first_token(at).text.casefold() not in ("with", "having"):
        return False
    rows = [one.at for one in clause.found.groupings if one.is_subject]
    then = [one for one in clause.found.wanted if one.at > at]
    if then and clause.after(at) == then[0].at and clause.tokens[clause.spans[at].last + 1].word in THEIRS:
        return not clause.found.bounds
    had = bool(then) and (then[0].metric in conditions.HAD or any(at < one.at for one in clause.found.bounds))
    state = any(one.at == first and one.said in PICKING for one in clause.found.wanted)  # "unprofitable clients with …"
    return had and bool(rows) and rows[-1] <= first + state


def _cut(clause: Clause, first: int, second: int) -> int:
    """Where the second thing begins: after the last "and" between two metrics."""
    joints = _joints(clause, first, second)
    return joints[-1] + 1 if joints else second


def _completed(pieces: list[Parts]) -> list[Parts]:
    """Every piece with what it shares with its neighbours, the ones after it first."""
    whole = pieces[0]
    for one in pieces[1:]:
        whole = whole + one
    return [_complete(at, pieces, whole) for at in range(len(pieces))]


def _acts_on_all(mark: Mark) -> bool:
    """Whether a word is about everything that is asked for; "in percent" is, and "how many percent are" is not."""
    if mark.role is Role.LACKING and mark.value == THEN:
        return False
    in_percent = mark.role is Role.PERCENT and mark.said.casefold().startswith(("in ", "as "))
    return in_percent or mark.role in ACTING_ON_ALL


def _may_be_of_them(piece: Parts, before: Parts) -> bool:
    """As in "who works on Apollo, and budget vs actual": what comes next is not told of people, nor asked of them."""
    of_people = any(one.dimensions == ("person",) for one in before.groupings)
    metrics = [METRICS[one.metric] for one in piece.wanted if one.metric in METRICS]
    return not of_people or not metrics or any("person" in one.by for one in metrics)


def _with_kinds_of_leave(piece: Parts, own: tuple[Named, ...]) -> tuple[Named, ...]:
    """As in "vacation and hours of Nina": both are hers, and hours are of no kind of leave."""
    others = tuple(one for one in piece.named if not one.leave)
    of_leave = all(one.metric.startswith(("absence_", "leave_")) for one in piece.wanted)
    kinds = own or (tuple(one for one in piece.named if one.leave) if of_leave else ())
    return tuple(sorted((*kinds, *others), key=lambda one: one.at))


def _whose(piece: Parts, before: Sequence[Parts]) -> tuple[Mark, ...]:
    """The "its" of "what is its budget against actual spend", which is said of both."""
    found = next((one for one in reversed((*before, piece)) if one.named or one.groupings or one.mark(Role.HE)), piece)
    said = tuple(one for one in found.marks if one.role is Role.HE and one.said.casefold() in WHOSE)
    return () if found is piece else said


WHOSE = frozenset({"its", "their", "his", "her"})


def _with_both_times(piece: Parts, before: Sequence[Parts], after: Sequence[Parts]) -> tuple[Stretch, ...]:
    """As in "this quarter's revenue and margin vs last quarter": both are of the one time, held against the other."""
    earlier = [one.earlier for one in piece.stretches]
    if earlier and not any(earlier):
        behind = next((one.stretches for one in after if one.stretches), ())
        return (*piece.stretches, *behind) if all(one.earlier for one in behind) else piece.stretches
    if earlier and all(earlier):
        asked = next((one.stretches for one in reversed(before) if one.stretches), ())
        return (*(one for one in asked if not one.earlier), *piece.stretches)
    return piece.stretches


def _complete(at: int, pieces: Sequence[Parts], whole: Parts) -> Parts:
    piece = pieces[at]
    after, before = pieces[at + 1 :], pieces[:at]
    kinds = tuple(one for one in piece.named if one.leave)
    piece = replace(piece, named=tuple(one for one in piece.named if not one.leave))
    for name in SHARED:
        if not getattr(piece, name):
            last = [one for one in before if name != "groupings" or _may_be_of_them(piece, one)]
            near = [*after, *reversed(last)]
            near = [one for one in near if name != "stretches" or not conditions.has_own_days(one, piece)]
            given = next((getattr(one, name) for one in near if getattr(one, name)), ())
            piece = replace(piece, **{name: given})
    if any(one.earlier for one in whole.stretches):
        piece = replace(piece, stretches=_with_both_times(piece, before, after))
    piece = replace(piece, named=_with_kinds_of_leave(piece, kinds))
    marks = (
        *piece.marks,
        *(one for one in whole.marks if _acts_on_all(one) and one not in piece.marks),
        *(_whose(piece, before) if whole.mark(Role.HE) else ()),
    )
    return replace(piece, marks=marks, unknown=whole.unknown)
