"""Single records: which of them are the largest where no measure is said, and which reading a word has of them.

"Top 10 invoices" are those for the largest amounts, "tasks of Ana that are overdue" are no overdue invoices.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.metrics.catalogue import METRICS
from assistant.planning import each_expense, timing
from assistant.planning.clauses import Clause
from assistant.planning.counted_or_sized import AMOUNTS, BIG_OR_SMALL, of_a_size
from assistant.planning.here import Here
from assistant.planning.parts import Bound, Grouping, Mark, Parts, Wanted
from assistant.planning.scales import are_several
from assistant.planning.things import THINGS, of_a_kind
from assistant.planning.vocabulary import DimensionWord
from assistant.planning.words import COUNTED, End, Role
from assistant.planning.words_of_ranks import FIRST_DAYS, LAST_DAYS, LONG
from assistant.query import Comparison, Query

SIZES: Mapping[str, str] = {
    "invoice": "invoiced",
    "deal": "pipeline_value",
    "budget": "budget_total",
    "vendor": "expense_cost",
}
"""What the records of a dimension are ranked by where nothing is said."""

RECORDS_OF: Mapping[str, str] = {**COUNTED, "invoiced": "invoice", "receivables": "invoice"}
"""What records a measure is told of, one by one."""

TASKS_DUE = "tasks_due"
"""What is due of tasks, which are no milestones."""

LEAVE = ("absence_days", "absence_hours")
LONG_OR_SHORT = BIG_OR_SMALL | {"longest", "shortest"}
"""Said of leave, these ask for single leaves."""


def told(piece: Parts, here: Here) -> Parts:
    """The parts with the measure that records are ranked by, or with the one reading that is told of them."""
    piece = _of_retainers(piece) if piece.wanted and piece.wanted[0].metric in OF_RETAINERS else piece
    piece = _each_of_a_size(piece) if piece.bounds and piece.groupings and len(piece.wanted) == 1 else piece
    piece = each_expense.told(piece, here) if each_expense.may_be(piece) else piece
    piece = _counted_of_each(piece) if piece.mark(Role.HOW_MANY, Role.OPEN) or piece.unknown else _kinds_by(piece)
    for step, signs in STEPS:
        piece = step(piece, here) if piece.may_be(signs) else piece
    return piece


def _each_of_a_size(piece: Parts) -> Parts:
    """As in "invoices over 5000 by client", "clients with invoices over 20k": each of them is, and not their sum."""
    [wanted] = piece.wanted
    behind = any(one.at == wanted.at + 1 and not (one.percent or one.counted or one.unit) for one in piece.bounds)
    told = any("invoice" in one.dimensions for one in piece.groupings)
    of_invoices = RECORDS_OF.get(wanted.metric) == "invoice" and wanted.said.split()[-1:] in (["invoice"], ["bill"])
    if not (behind and of_invoices) or told or piece.mark(Role.HOW_MANY, Role.AVERAGE):
        return piece
    return replace(piece, groupings=(*piece.groupings, Grouping(wanted.at, ("invoice",), is_subject=True)))


MANAGING = frozenset({"look after", "looks after", "handle", "handles", "run", "runs", "lead", "leads", "own", "owns"})
MANAGERS = frozenset({"account_manager", "project_manager", "owner"})


def _counted_of_each(piece: Parts) -> Parts:
    """As in "how many clients does each account manager look after", "how many tasks has each person got open"."""
    counts = {one.metric for one in piece.wanted}
    if counts == {"open_tasks"}:
        return replace(piece, marks=tuple(one for one in piece.marks if one.role is not Role.OPEN))
    managed = any(set(one.dimensions) & MANAGERS for one in piece.groupings) and counts <= {
        "client_count",
        "project_count",
    }
    verbs = [one for one in piece.unknown if one.text.casefold() in MANAGING]
    return replace(piece, unknown=()) if counts and managed and len(verbs) == len(piece.unknown) else piece


def _kinds_by(piece: Parts) -> Parts:
    """As in "developers by team", "retainers by client": how many of a kind there are, each by what is said."""
    others = piece.wanted or piece.bounds or piece.rankings or piece.relatives
    if others or not piece.groupings or len(piece.named) != 1:
        return piece
    kind = of_a_kind(piece) if not piece.mark(*BLOCKING) else None
    metric = THINGS[kind[1]].metric if kind else ""
    told = metric and all(set(one.dimensions) & set(METRICS[metric].by) for one in piece.groupings)
    if not (kind and told) or any(one.is_subject for one in piece.groupings) or piece.named[0].at != kind[0]:
        return piece
    return replace(piece, wanted=(Wanted(kind[0], metric, metric.replace("_", " ")),))


BALANCE = "retainer_balance_hours"
UNDERUSED = frozenset({"underused", "underutilised", "underutilized", "unused", "underspent", "underserviced", "used"})
OF_THEM = frozenset({"retainer", "not", "up", "fully"})
OF_RETAINERS = frozenset({BALANCE, "budget_hours_remaining"})


def _of_retainers(piece: Parts) -> Parts:
    """As in "underused retainers", "retainers with hours left": each of which there are hours to use."""
    [wanted, *others] = piece.wanted
    kinds = {(name.dimension, name.id) for one in piece.named for name in one.readings}
    these = bool(piece.groupings) and all(one.is_subject for one in piece.groupings)
    left = wanted.metric != BALANCE and kinds == {("budget_type", "retainer")} and these
    words = set(wanted.said.split())
    underused = wanted.metric == BALANCE and bool(UNDERUSED & words) and words <= UNDERUSED | OF_THEM
    if others or piece.bounds or not ((left and not piece.stretches) or underused):
        return piece
    return replace(
        piece,
        wanted=(replace(wanted, metric=BALANCE),),
        groupings=piece.groupings or (Grouping(wanted.at, ("budget",), is_subject=True),),
        bounds=(Bound(wanted.at, Comparison.MORE, Fraction(0)),),
    )


def _with_theirs(piece: Parts, _: Here) -> Parts:
    """As in "overdue tasks and their projects": each of them, with what is said to be theirs."""
    theirs = next((one for one in piece.marks if one.role is Role.HE and one.said.casefold() in ("their", "its")), None)
    record = RECORDS_OF.get(piece.wanted[0].metric, "") if theirs and len(piece.wanted) == 1 else ""
    rows = [name for one in piece.groupings for name in one.dimensions]
    behind = theirs and any(one.at == theirs.at + 1 for one in piece.groupings)
    said = {"task" if one == MILESTONE else one for one in piece.wanted[0].said.split()} if record else set()
    pointing = theirs or next(
        (one for one in piece.marks if one.role is Role.HE and one.said.casefold() == "they"), None
    )
    if pointing and not rows and len(piece.wanted) == 1 and _is_a_list_of_people(piece, pointing):
        return replace(piece, groupings=(Grouping(piece.named[0].at, ("person",), is_subject=True),))
    if not behind or record not in said or record in rows:
        return piece
    return replace(piece, groupings=(Grouping(piece.wanted[0].at, (record,), is_subject=True), *piece.groupings))


def _is_a_list_of_people(piece: Parts, theirs: Mark) -> bool:
    """As in "freelancers and their hours", "the developers with their utilization": each of them."""
    kind, wanted = of_a_kind(piece), piece.wanted[0]
    return bool(kind and kind[1] == "person" and kind[0] == piece.named[0].at < min(theirs.at, wanted.at))


def _of_payments(piece: Parts, here: Here) -> Parts:
    """As in "our largest payment this year": one after another, each of an invoice."""
    ranking = next((one for one in piece.rankings if one.said in BIG_OR_SMALL and not one.is_default), None)
    asked = [one.metric for one in piece.wanted]
    if ranking is None or piece.groupings or asked not in (["collected"], ["credited"]):
        return piece
    rows = tuple(Grouping(piece.wanted[0].at, (one,), is_subject=True) for one in ("client", "invoice"))
    limit = ranking.limit or (1 if are_several(ranking, here) is False else None)
    counted = replace(ranking, limit=limit)
    rankings = tuple(counted if one is ranking else one for one in piece.rankings)
    return replace(piece, groupings=rows, rankings=rankings)


def _by_days(piece: Parts, _: Here) -> Parts:
    """As in "who was sick the most days": the days are what is counted, and no rows."""
    days = [one for one in piece.groupings if one.dimensions[:1] == ("day",) and not one.is_one]
    ranked = {one.at + 1 for one in piece.rankings if one.said in MOST}
    counted = [one for one in days if one.at in ranked]
    in_days = any(one.metric.endswith("_days") for one in piece.wanted)
    if not counted or not in_days or len(piece.groupings) == len(counted):
        return piece
    return replace(piece, groupings=tuple(one for one in piece.groupings if one not in counted))


MOST = frozenset({"most", "the most", "fewest", "least", "the least"})

WORTH_OF_DEALS = frozenset({"won_value", "lost_value", "pipeline_value"})


def _on_average(piece: Parts, _: Here) -> Parts:
    """As in "the average open invoice": the mean of them, of which each is one."""
    if not piece.mark(Role.AVERAGE) or piece.groupings or len(piece.wanted) != 1:
        return piece
    asked = piece.wanted[0]
    record = RECORDS_OF.get(asked.metric, "")
    record = "deal" if asked.metric in WORTH_OF_DEALS else record
    if record not in ("invoice", "deal") or record not in asked.said.split():
        return piece
    if asked.metric == "won_value":
        return replace(piece, wanted=(replace(asked, metric="average_deal_size", said="average deal size"),))
    return replace(piece, groupings=(Grouping(asked.at, (record,), is_each=True),))


NO_SIZES = FIRST_DAYS | LAST_DAYS | LONG.keys()
"""Ranks along time, by which nothing is large."""


PAYING = frozenset({"pay", "pays", "paying", "paid", "spend", "spent", "buy", "bought", "give", "gave"})


def _bought(piece: Parts, _: Here) -> Parts:
    """As in "what did we pay Gugler", "which vendor did we spend most on": what was bought of them."""
    of_vendors = any("vendor" in one.dimensions for one in piece.groupings) or any(
        {word.dimension for word in one.readings} == {"vendor"} for one in piece.named
    )
    strange = [one for one in piece.unknown if one.text.casefold() not in PAYING]
    if not of_vendors or strange or any(not (one.weak or _is_spent(one)) for one in piece.wanted):
        return piece
    paid = [one for one in piece.marks if one.role is Role.UNMEASURED and one.said.casefold() in PAYING]
    places = [*(one.at for one in piece.unknown), *(one.at for one in piece.wanted), *(one.at for one in paid)]
    if not places and not piece.wanted and not piece.groupings and not piece.marks:
        places = [piece.named[0].at]  # "how much went to Gugler"
    if not places:
        return piece
    marks = tuple(one for one in piece.marks if one not in paid)
    named = tuple(one for one in piece.named if one.text.casefold() != "external")  # as all vendors are
    wanted = (Wanted(places[0], "expense_cost", "expenses"),)
    return replace(piece, wanted=wanted, unknown=(), marks=marks, named=named)


def _is_spent(one: Wanted) -> bool:
    """As in "what did we pay suppliers", "how much does each vendor cost us": what is paid to them."""
    return one.metric == "cost" or (one.metric == "collected" and not PAYING.isdisjoint(one.said.split()))


def _paid_by_clients(piece: Parts, _: Here) -> Parts:
    """As in "what did clients pay in May", "which client pays us most": what came in of them, and nobody's wages."""
    if len(piece.wanted) == 1 and piece.wanted[0].metric == "collected":
        piece = _by_somebody(piece)
    rows = any("client" in one.dimensions for one in piece.groupings)
    named = any("client" in {word.dimension for word in one.readings if word.is_whole} for one in piece.named)
    paying = [one for one in piece.marks if one.role is Role.UNMEASURED and one.said.casefold() in PAYING]
    asked = {one.metric for one in piece.wanted}
    if not asked and not paying:
        return _at_rates(piece)
    rates = [one for one in piece.marks if one.role is Role.UNMEASURED and one.said.casefold() in ("rate", "rates")]
    if not (paying or (rates and asked == {"collected"})) or not asked <= {RATE, "collected"} or not (rows or named):
        return piece
    marks = tuple(one for one in piece.marks if one not in (*paying, *rates))
    if rates or RATE in asked:  # "which clients pay the lowest rate"
        return replace(piece, wanted=(Wanted((rates or piece.wanted)[0].at, RATE, "rate"),), marks=marks)
    return replace(piece, wanted=(Wanted(paying[0].at, "collected", "paid"),), marks=marks)


def _at_rates(piece: Parts) -> Parts:
    """As in "rates per client": what was achieved, and no list of prices. One "rate by service" may be any rate."""
    mark = next((one for one in piece.marks if one.role is Role.UNMEASURED and one.said.casefold() == "rates"), None)
    rows = {name for one in piece.groupings for name in one.dimensions[:1] if not one.is_subject}
    if mark is None or not rows or piece.unknown:
        return piece
    marks = tuple(one for one in piece.marks if one is not mark)
    return replace(piece, wanted=(Wanted(mark.at, RATE, "rate"),), marks=marks)


def _by_somebody(piece: Parts) -> Parts:
    """As in "did anyone pay us last week": those who pay are clients."""
    rows = tuple(
        replace(one, dimensions=("client",)) if one.is_subject and one.dimensions[:1] == ("person",) else one
        for one in piece.groupings
    )
    return replace(piece, groupings=rows)


def _paid_to_contractors(piece: Parts, _: Here) -> Parts:
    """As in "what do we pay freelancers", "… per hour": what their time costs."""
    paying = [one for one in piece.marks if one.role is Role.UNMEASURED and one.said.casefold() in PAYING]
    who = {word.id for one in piece.named for word in one.readings if word.dimension == "employment"}
    asked = {one.metric for one in piece.wanted}
    if not paying or who != {"contractor"} or not asked <= {RATE}:
        return piece
    metric = "average_cost_rate" if asked else "labor_cost"
    marks = tuple(one for one in piece.marks if one not in paying)
    return replace(piece, wanted=(Wanted(paying[0].at, metric, metric.replace("_", " ")),), marks=marks)


RATE = "average_billable_rate"
"""What an hour of theirs brings, where it is clients who pay for it."""

LATE = ("projects_past_end", "overdue_tasks", "milestones_slipped")
"""What a project that is late can be."""


def _late(piece: Parts, _: Here) -> Parts:
    """As in "which of Ana's projects are late": past their last day, or with something that is."""
    mark = piece.mark(Role.AMBIGUOUS)
    of_projects = any("project" in one.dimensions for one in piece.groupings)
    if mark is None or not of_projects or "late" not in mark.said.casefold().split():
        return piece
    return replace(piece, marks=tuple(replace(one, value=LATE) if one is mark else one for one in piece.marks))


def _ranked(piece: Parts, here: Here) -> Parts:
    """As in "top 10 invoices this year", "the three smallest budgets", "retainers over 90 %"."""
    if piece.wanted or piece.unknown:
        return piece
    ranked = [one for one in piece.rankings if not one.is_default and one.end in (End.HIGH, End.LOW)]
    rows = [one for one in piece.groupings if one.dimensions]
    limited = bool(piece.bounds) and not any(one.counted or one.unit or one.of or one.share_of for one in piece.bounds)
    kind = of_a_kind(piece) if not rows and (ranked or limited) else None
    if kind:  # "the five largest retainers"
        rows = [Grouping(kind[0], (kind[1],), is_subject=True)]
    ranked = [one for one in ranked if one.said not in NO_SIZES]
    limited = limited and not ranked and [one.dimensions[0] for one in rows] == ["budget"]
    if not (limited or len(ranked) == 1) or len(rows) != 1 or piece.mark(*BLOCKING):
        return piece
    size = SIZES.get(rows[0].dimensions[0], "")
    if size not in here.catalogue:
        return piece
    return replace(piece, wanted=(Wanted(rows[0].at, size, size.replace("_", " ")),), groupings=tuple(rows))


BLOCKING = (
    Role.UNMEASURED, Role.AMBIGUOUS, Role.CHANGE, Role.TREND, Role.WHY, Role.OVER_BUDGET, Role.IS_OK, Role.MEANING,
)  # fmt: skip


OPEN = frozenset({"open", "unpaid", "outstanding", "number", "of"})
"""What is said of records that are overdue or due, too."""


def _of_the_same_records(piece: Parts, _: Here) -> Parts:
    """As in "tasks of Ana that are overdue": of the readings of "overdue" the one that is told of tasks."""
    deals = any(one.dimensions[:1] == ("deal",) for one in piece.groupings)
    if deals and [one.metric for one in piece.wanted] == ["receivables"] and "open" in piece.wanted[0].said.split():
        return replace(piece, wanted=(Wanted(piece.wanted[0].at, SIZES["deal"], "pipeline value"),))
    mark = piece.mark(Role.AMBIGUOUS)
    records = {RECORDS_OF.get(one.metric, "") for one in piece.wanted}
    if mark is None or len(records) != 1 or not isinstance(mark.value, tuple) or piece.unknown:
        return piece
    [record] = records
    readings = [one for one in mark.value if record and RECORDS_OF.get(one) == record]
    readings = [TASKS_DUE] if TASKS_DUE in readings else readings
    more = {word for one in piece.wanted for word in one.said.split()} - {record, *OPEN}
    if len(readings) != 1 or more:  # "tasks without an owner due this week" are not all that are due
        return piece
    reading = readings[0]
    listed = not piece.mark(Role.HOW_MANY) and not piece.groupings
    rows = ("client", "invoice") if record == "invoice" else (record,)
    return replace(
        piece,
        wanted=(Wanted(piece.wanted[0].at, reading, f"{mark.said.casefold()} {record}"),),
        groupings=tuple(Grouping(mark.at, (one,), is_subject=True) for one in rows) if listed else piece.groupings,
        marks=tuple(one for one in piece.marks if one is not mark),
    )


def beside(clause: Clause, parts: Parts) -> Parts:
    """As in "overdue or blocked tasks": of the readings of a word the one of the records it is joined with."""
    mark = parts.mark(Role.AMBIGUOUS)
    records = {RECORDS_OF.get(one.metric, "") for one in parts.wanted}
    if mark is None or len(records) != 1 or not isinstance(mark.value, tuple):
        return parts
    [record] = records
    readings = [one for one in mark.value if record and RECORDS_OF.get(one) == record]
    readings = [TASKS_DUE] if TASKS_DUE in readings else readings
    noun = clause.span(clause.after(mark.at)).all(DimensionWord)
    if len(readings) != 1 or not _joined(clause, mark.at, parts.wanted) or any(one.dimension != record for one in noun):
        return parts
    return replace(
        parts,
        wanted=(*parts.wanted, Wanted(mark.at, readings[0], f"{mark.said.casefold()} {record}")),
        marks=tuple(one for one in parts.marks if one is not mark),
    )


MILESTONE = "milestone"


def of_milestones(clause: Clause, parts: Parts) -> Parts:
    """As in "tasks and milestones due this week", "tasks due this week with due dates": of tasks, and their days."""
    due = [one for one in parts.wanted if one.metric == "milestones_due"][-1]
    others = tuple(one for one in parts.wanted if one is not due)
    if due.said == "due date":
        return _with_days(parts, due, others)
    joint = due.at - 1
    tasks = next((one for one in parts.groupings if one.at == joint - 1 and one.dimensions[:1] == ("task",)), None)
    named = [one.at for one in others if (one.metric, one.said) == ("open_tasks", "task")]
    beside = named == [joint - 1] or (tasks is not None and not others)
    if not beside or not clause.span(joint).role(Role.AND) or MILESTONE not in due.said.split():
        return parts
    return replace(parts, wanted=(replace(due, metric=TASKS_DUE, said="tasks due"), due))


def _with_days(parts: Parts, due: Wanted, others: tuple[Wanted, ...]) -> Parts:
    """Each record with its day, where it has one."""
    dated = [one for one in others if one.metric in METRICS and "day" in METRICS[one.metric].by]
    if len(others) != 1 or not dated:
        return parts
    record = RECORDS_OF.get(others[0].metric, "")
    rows = (Grouping(others[0].at, (record,), is_subject=True),) if record and not parts.groupings else ()
    marks = tuple(one for one in parts.marks if one.role is not Role.HE)
    return replace(parts, wanted=others, groupings=(*parts.groupings, *rows, Grouping(due.at, ("day",))), marks=marks)


def _joined(clause: Clause, at: int, others: Sequence[Wanted]) -> bool:
    """Whether one "and" or "or" joins a word with the nearest thing asked for, and no sentence ends between them."""
    nearest = min(others, key=lambda one: abs(one.at - at)).at
    between = [clause.spans[place] for place in range(min(at, nearest) + 1, max(at, nearest))]
    joints = [one for one in between if one.role(Role.AND, Role.OR)]
    return len(joints) == 1 and not any(one.role(Role.BREAK) for one in between)


def _leaves(piece: Parts, _: Here) -> Parts:
    """As in "the longest absences this year": one leave after another, and not what somebody's came to together."""
    ranked = [one for one in piece.rankings if not one.is_default and one.said in LONG_OR_SHORT]
    if not ranked or len(piece.wanted) != 1 or piece.wanted[0].metric not in LEAVE or piece.groupings:
        return piece
    return replace(piece, groupings=(Grouping(piece.wanted[0].at, ("absence",), is_subject=True),))


def listed(parts: Parts, before: Query, here: Here) -> Query | None:
    """As in "show me the tasks", after the margin of a project: its tasks one by one, as they stand, and no column."""
    if len(parts.wanted) != 1 or parts.groupings or parts.named:
        return None
    [wanted] = parts.wanted
    record = RECORDS_OF.get(wanted.metric, "")
    metric = here.catalogue[wanted.metric]
    if (
        not record
        or record not in wanted.said.split()
        or not {record, *(one.field for one in before.where)} <= set(metric.by)
        or wanted.metric in before.metrics
    ):
        return None
    period, said = timing.periods(metric, parts, here, before.where)[0]
    if wanted.metric == "invoiced" and before.period.start and not parts.stretches:  # of the time talked about
        period, said = before.period, before.period_said
    return Query((wanted.metric,), by=(record,), where=before.where, period=period, period_said=said)


def due_of_the_same(piece: Parts, before: Query) -> Parts:
    """As in "next week's deadlines", after tasks: the days on which tasks are due, and no milestones."""
    of_tasks = bool(before.metrics) and COUNTED.get(before.metrics[0]) == "task" and before.metrics[0] not in MILESTONES
    deadlines = [one for one in piece.wanted if one.metric in MILESTONES and "deadline" in one.said.split()]
    if not of_tasks or not deadlines or len(piece.wanted) > 1:
        return piece
    due = replace(deadlines[0], metric=TASKS_DUE, said="tasks due")
    return replace(piece, wanted=(due,), marks=(*piece.marks, Mark(due.at, Role.CONTINUE)))


def read_beside(piece: Parts, before: Query) -> Parts:
    """As in "due before November", after unpaid invoices: of what a word may mean that which is of the same records."""
    mark = piece.mark(Role.AMBIGUOUS)
    first = before.metrics[0] if before.metrics else ""
    record = RECORDS_OF.get(first, "")
    unknown = tuple(one for one in piece.unknown if one.text.casefold() not in _WHICH)  # "which are due"
    if piece.unknown and piece.stretches and first in OF_OPEN_DEALS:
        strange = [one for one in unknown if one.text.casefold() not in _CLOSES]
        return piece if strange else replace(piece, unknown=(), marks=(*piece.marks, Mark(0, Role.CONTINUE)))
    if mark is None or piece.wanted or not isinstance(mark.value, tuple) or not before.metrics:
        return piece
    alike = [one for one in mark.value if record and RECORDS_OF.get(one) == record]
    meant = [one for one in mark.value if one in before.metrics] or alike
    meant = [one for one in meant if (one in MILESTONES) == (first in MILESTONES)]
    if len(meant) != 1:
        return piece
    wanted = Wanted(mark.at, meant[0], f"{mark.said.casefold()} {record}".strip())
    marks = (*(one for one in piece.marks if one is not mark), Mark(mark.at, Role.CONTINUE))
    return replace(piece, wanted=(wanted,), marks=marks, unknown=unknown)


OF_OPEN_DEALS = frozenset({"deals_open", "pipeline_value", "weighted_pipeline"})
_CLOSES = frozenset({"close", "closes", "which close", "ones close", "sign", "land"})
"""As in "which close before Christmas", after deals: on the days on which they are expected to."""
_WHICH = frozenset({"which", "what", "ones", "one"})


MILESTONES = frozenset({"milestones_due", "milestones_slipped"})


def _expected(piece: Parts, _: Here) -> Parts:
    """As in "deals expected to close by month": told by month, and no longer deal by deal."""
    deals = [one for one in piece.groupings if one.is_subject and one.dimensions == ("deal",)]
    is_so = [one.said for one in piece.wanted] == ["expected to close"] and not (piece.rankings or piece.bounds)
    if not is_so or not deals or len(piece.groupings) == len(deals) or piece.mark(Role.WHICH):
        return piece
    return replace(piece, groupings=tuple(one for one in piece.groupings if one not in deals))


STEPS: tuple[tuple[Callable[[Parts, Here], Parts], frozenset[str]], ...] = (
    (_of_payments, frozenset({"rankings"})),
    (_ranked, frozenset({"rankings", "bounds"})),
    (of_a_size, frozenset(AMOUNTS)),
    (_bought, frozenset({"vendor", "named"})),
    (_paid_by_clients, frozenset({Role.UNMEASURED, "collected"})),
    (_paid_to_contractors, frozenset({Role.UNMEASURED})),
    (_late, frozenset({Role.AMBIGUOUS})),
    (_of_the_same_records, frozenset({Role.AMBIGUOUS, "receivables"})),
    (_leaves, frozenset(LEAVE)),
    (_on_average, frozenset({Role.AVERAGE})),
    (_by_days, frozenset({"rankings"})),
    (_with_theirs, frozenset({Role.HE})),
    (_expected, frozenset({"pipeline_value"})),
)
"""In the order in which they are taken, each with the signs of which one stands where it has anything to do."""
