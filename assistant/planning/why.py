"""Why something changed: the period it is asked about, the one before, and what can be told of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.agency.periods import Period
from assistant.agency.tables import Sensitivity
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import TIME
from assistant.metrics.explained import DRIFTS, can_be_explained
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.permissions.policy import Scope
from assistant.planning import misunderstandings, timing
from assistant.planning.dates import Outlook, read_period
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Mark, Parts
from assistant.planning.words import Role
from assistant.query import Against, Query, Turn

Ended = Clarification | NoData | Unsupported
FROM_TO = re.compile(r"(?:from|between)\s+(?P<earlier>.+?)\s+(?:to|and|until)\s+(?P<later>.+)", re.IGNORECASE)
INSTEAD = {"burn_index": "budget_used_percent"}
"""What is explained in the place of a pace: one value a budget has no parts."""

OFFERED = ("margin", "revenue", "billable_utilization")
"""What is offered to be explained instead, where the asker may ask it."""


def asked(parts: Parts) -> bool:
    """Whether a reason is asked for."""
    return parts.mark(Role.WHY) is not None


AWAY = frozenset({"absence_days", "absence_hours", "absence_spells"})


def of_who_is_away(piece: Parts, here: Here) -> Parts:
    """As in "who is out next week and why": nothing has changed, and the reason is the kind of leave.

    Who may not see those is told who is away, and that reasons are not shown.
    """
    rows = {name for one in piece.groupings for name in one.dimensions}
    away = bool(piece.wanted) and all(one.metric in AWAY for one in piece.wanted)
    if not asked(piece) or not away or not rows & {"person", "team"} or piece.mark(Role.CHANGE, Role.MORE):
        return piece
    marks = tuple(one for one in piece.marks if one.role is not Role.WHY)
    hidden = here.view.grants[Sensitivity.HR].scope is Scope.NONE
    groupings = piece.groupings if hidden else (*piece.groupings, Grouping(len(here.text), ("category",)))
    return replace(piece, marks=marks, groupings=groupings)


def meant(metric: Metric, here: Here) -> Metric:
    """The metric whose change is told where this one is asked about."""
    return here.catalogue.get(INSTEAD.get(metric.name, ""), metric)


def examples(here: Here) -> tuple[str, ...]:
    """Complete questions for a reason that this asker may ask."""
    return tuple(
        f"Why did {here.catalogue[one].title.lower()} change last month?"
        for one in OFFERED
        if one in here.vocabulary.askable
    )


AND_WHY = Guarded(r"(?:,| and| -)? why\b(?: is that| so| not)?\W*", re.IGNORECASE)


def beside_the_number(
    planned: Sequence[Query | Ended], piece: Parts, here: Here, told: Callable[[Parts], Sequence[Query | Ended]]
) -> list[Query | Ended]:
    """As in "how many hours were not billable, and why": the number, and beside it that its reason has no parts."""
    last = list(AND_WHY.finditer(here.text))
    at_the_end = bool(last) and last[-1].start() > 0 and not here.text[last[-1].end() :].strip()
    if not at_the_end or not asked(piece) or any(isinstance(one, Query) for one in planned) or piece.mark(Role.CHANGE):
        return list(planned)
    marks = tuple(one for one in piece.marks if one.role is not Role.WHY)
    numbers = [one for one in told(replace(piece, marks=marks)) if isinstance(one, Query)]
    return [*numbers, *planned]


def explained(one: Query, parts: Parts, here: Here) -> Query | Unsupported:
    """The query as a question for the reason of a change; without another period, against the one before."""
    metric = here.catalogue[one.metrics[0]]
    if not can_be_explained(metric):
        return misunderstandings.a_reason(metric.title, examples(here))
    if not can_be_explained(metric, one.by):
        other = next(name for name in one.by if not can_be_explained(metric, (name,)))
        return misunderstandings.no_reason_by(metric, other, examples(here))
    if parts.mark(Role.OVER_BUDGET):
        one = replace(one, having=None, limit=None, order=None)
    if one.having or one.limit:
        return misunderstandings.no_reason_of_some(examples(here))
    if metric.name in DRIFTS:
        return replace(one, metrics=(metric.name,), against=None, order=None, why=True)
    ends = _from_one_to_another(metric, parts, here)
    period, against = ends or (one.period, one.against)
    against = before(against, metric, period, parts, here)
    said = period.label if ends else one.period_said
    return replace(one, metrics=one.metrics[:1], period=period, against=against, order=None, period_said=said, why=True)


def before(said: Against | None, metric: Metric, period: Period, parts: Parts, here: Here) -> Against:
    """The period compared with: the one said, or the one before; a mean stretch has no rows to tell a reason by."""
    against = said if said and said.stretches == 1 else timing.before(metric, period, parts, here)
    return against if against.period.start else Against(_as_of(against.period))


def _as_of(state: Period) -> Period:
    """A state by its day: "as of 31 August 2026"."""
    return replace(state, label=f"as of {in_days(Stretch(state.end, state.end))}")


def _from_one_to_another(metric: Metric, parts: Parts, here: Here) -> tuple[Period, Against] | None:
    """As in "from August to September", "between Q1 and Q2": what changed from the one to the other."""
    found = FROM_TO.fullmatch(parts.main.text.strip()) if parts.main else None
    if found is None:
        return None
    ends = [read_period(found[name], here.today, here.calendar, Outlook.ACTUAL) for name in ("earlier", "later")]
    earlier, later = ends
    if earlier is None or later is None or later.start is None or earlier.end >= later.start:
        return None
    return timing.as_read(metric, later), Against(timing.as_read(metric, earlier))


def of_the_same(query: Query, here: Here) -> Query:
    """What was talked about before, as far as a reason can be told of it."""
    metric = meant(here.catalogue[query.metrics[0]], here)
    by = tuple(one for one in query.by if can_be_explained(metric, (one,)))
    return replace(query, metrics=(metric.name,), by=by, having=None, order=None, limit=None)


def told_last(after: Turn, piece: Parts) -> tuple[Query, ...]:
    """As in "why is it so low", after "what about margin" put it beside the revenue of some clients: the margin is."""
    queries = after.plan.queries if after.plan else ()
    earlier = after.before.queries[-1] if after.before and after.before.queries else None
    if not asked(piece) or piece.wanted or not queries or earlier is None or earlier.by != queries[-1].by:
        return queries
    new = tuple(one for one in queries[-1].metrics if one not in earlier.metrics)
    if not new or queries[-1].metrics != (*earlier.metrics, *new):
        return queries
    return (*queries[:-1], replace(queries[-1], metrics=(*new, *earlier.metrics)))


def still(piece: Parts, metrics: Sequence[str], before: Query) -> Parts:
    """A follow-up to a reason that names no other thing asks for a reason again; a ranking or a limit has none."""
    ranked = piece.rankings or piece.bounds
    if ranked or not before.why or piece.wanted or asked(piece) or not set(metrics) & set(before.metrics):
        return piece
    return replace(piece, marks=(*piece.marks, Mark(0, Role.WHY)))


def over_time(query: Query, piece: Parts) -> Query:
    """As in "show it by month", after a reason: the number itself, which no reason is told of month by month."""
    units = {name for one in piece.groupings for name in one.dimensions}
    return replace(query, why=False, against=None) if query.why and units and units <= set(TIME) else query


def no_more(query: Query, wanted: Sequence[str]) -> Query:
    """As in "show me his hours", after why somebody's utilization fell: those are held against no earlier time."""
    return query if not query.why or set(wanted) & set(query.metrics) else replace(query, why=False, against=None)
