"""Words that only say which rows are meant: "projects ending next month" with hours left, revenue of such projects.

They make a piece of their own, of its own days. What else is asked is told of those rows alone (`joined`).
"""

from dataclasses import replace

from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Timing
from assistant.planning import reading_invoices_of
from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping, Mark, Parts, Wanted
from assistant.planning.reading_having import Had
from assistant.planning.reading_invoices_of import FROM_A_TIME
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import COUNTED, Role
from assistant.planning.words_measured import AS_A_SHARE

LISTING = {
    name: row
    for name, row in COUNTED.items()
    if name not in ("staleness_days", "budget_runout_date", "retainer_balance_hours", "agreements_ending_value")
}
"""Metrics that have some of each of certain rows, and the dimension of these: projects that end, tasks due."""

RELATIVE = frozenset({"that", "which", "who", "with", "whose", "where", "without", "having", "of", "for", "on", "in"})
"""Before or behind what says which rows are meant, and "and" only beside what is asked as well."""

LEADING = frozenset({"with", "having", "without", "whose"})

ENDS = (Role.AND, Role.OR, Role.BREAK, Role.VERSUS, Role.BY)


def apart(clause: Clause, parts: Parts) -> tuple[Parts, tuple[Parts, ...]]:
    """The parts of what is asked, and those of each condition that only says of which rows."""
    if len(parts.wanted) == 1 and parts.wanted[0].metric in FROM_A_TIME and parts.stretches:
        of_a_time = reading_invoices_of.of_a_time(clause, parts)
        return (of_a_time[0], of_a_time[1:]) if of_a_time else (parts, ())
    parts, had = _had(parts) if parts.mark(Role.OF_SUCH) else (parts, ())
    such = _such(clause, parts)
    if not such:
        return parts, had
    asked, conditions = parts, [*had]
    for one in such:
        first, last = _reach(clause, parts, one)
        own = parts.within(first, last)
        rest = asked.without(own)
        row = LISTING[one.metric]
        rows = (Grouping(one.at, (row,), is_subject=True),)
        led = all(rows.is_subject and rows.at < one.at for rows in rest.groupings)  # "fixed price projects ending …"
        if led and _asks_for_rows(clause, one):
            rest = replace(rest, groupings=rows)
        told_by = set(METRICS[one.metric].by)
        named = own.named or tuple(
            name for name in rest.named if (name.dimension or next(iter(name.readings)).dimension) in told_by
        )
        own = replace(own, wanted=(replace(one, weak=False),), groupings=rows, named=named, rankings=(), bounds=())
        conditions.append(replace(own, marks=(*own.marks, Mark(one.at, Role.OF_SUCH, said=clause.said(one.at)))))
        asked = replace(rest, named=rest.named or own.named)
    return asked, tuple(conditions)


def _had(parts: Parts) -> tuple[Parts, tuple[Parts, ...]]:
    """As in "clients with overdue invoices and a retainer": the rest, and what the rows are to have (or have not)."""
    marks = [one for one in parts.marks if one.role is Role.OF_SUCH and isinstance(one.value, Had)]
    kept = tuple(one for one in parts.marks if one not in marks)
    rest = replace(parts, marks=(*kept, Mark(marks[0].at, Role.HAVING)) if marks else kept)
    each = [(one, one.value) for one in marks if isinstance(one.value, Had)]
    return rest, tuple(
        Parts(
            wanted=(Wanted(one.at, had.metric, had.metric.replace("_", " ")),),
            groupings=(Grouping(one.at, (had.of,), is_subject=True),),
            named=had.named,
            bounds=had.bounds,
            marks=(replace(one, value=NONE if had.none else None),),
        )
        for one, had in each
    )


NONE = "none"
"""Said of a condition: those are meant that have none of it."""


def _such(clause: Clause, parts: Parts) -> list[Wanted]:
    """What only says which rows: a list beside a measure that is told of its rows, with nothing that joins the two."""
    wanted = [one for one in parts.wanted if one.metric in METRICS]
    if len(wanted) != len(parts.wanted) or len({one.metric for one in wanted}) <= 1 or parts.mark(*_OTHERWISE):
        return []
    lists = [one for one in wanted if one.metric in LISTING]
    asked = [one for one in wanted if one not in lists] or lists[:1]
    rows = set.intersection(*(set(METRICS[one.metric].by) for one in asked))
    found = [one for one in lists if one not in asked and LISTING[one.metric] in rows]
    return [one for one in found if all(_is_loose(clause, one, other) for other in asked)]


_OTHERWISE = (Role.MEANING, Role.WHY, Role.CHANGE, Role.TREND, Role.UNMEASURED, Role.AMBIGUOUS, Role.COMPARE)


def _is_loose(clause: Clause, one: Wanted, other: Wanted) -> bool:
    """Whether a relative word stands between two measures, and nothing that makes each a thing of its own."""
    between = range(min(one.at, other.at) + 1, max(one.at, other.at))
    joints = any(clause.spans[at].role(Role.AND, Role.OR, Role.VERSUS, Role.BREAK) for at in between)
    return not joints and any(_is_relative(clause, at) for at in between)


def _is_relative(clause: Clause, at: int) -> bool:
    return clause.first_token(at).text.casefold() in RELATIVE


def _reach(clause: Clause, parts: Parts, one: Wanted) -> tuple[int, int]:
    """From where to where a condition is said: up to the next thing that is asked, or a word that leads to it."""
    others = {other.at for other in parts.wanted if other.at > one.at}
    end = len(clause.spans)
    for at in range(one.at + 1, len(clause.spans)):
        said = clause.first_token(at).text.casefold()
        turns = said in ("that", "which", "who", "with", "whose", "where", "without", "having")
        if at in others or turns or clause.spans[at].role(*ENDS):
            end = at
            break
    return one.at, end - 1


def _asks_for_rows(clause: Clause, one: Wanted) -> bool:
    """As in "projects ending next month with hours left": the rows are what is asked for first."""
    return not any(clause.spans[at].senses and not _leads(clause, at) for at in range(one.at))


def _leads(clause: Clause, at: int) -> bool:
    span = clause.spans[at]
    says_which = span.role(Role.WHICH, Role.ALL, Role.REPORT, Role.VALUE, Role.STATUS, Role.KIND, Role.OPEN)
    return clause.is_filler(at) or says_which is not None or span.one(NameWord) is not None


def is_such(piece: Parts) -> bool:
    """Whether a piece only says which rows the others are of."""
    return piece.mark(Role.OF_SUCH) is not None


HAD = frozenset({
    "absence_days", "absence_hours", "overtime_hours", "overbooked_hours", "bench_hours", "missing_hours",
    "missing_days", "tentative_hours", "overserviced_hours", "receivables", "overdue_receivables", "unbilled",
    "draft_invoices", "pending_change_amount", "committed_expenses", "deals_open", "overdue_tasks", "open_tasks",
    "blocked_tasks", "milestones_slipped", "budget_remaining", "budget_hours_remaining", "retainer_balance_hours",
    "free_hours",
})  # fmt: skip
"""What rows have or have not: "people with leave next week" are those with any."""


def has_own_days(piece: Parts, other: Parts) -> bool:
    """As in "burning too fast and ending before Christmas": when things end are no days of how they stand.

    Nor are those of an amount before it: "with more than 50k revenue this year and overdue invoices".
    """
    lists = all(one.metric in LISTING and METRICS[one.metric].timing is Timing.FLOW for one in piece.wanted)
    percent = any(one.percent for one in other.bounds)
    asked = [AS_A_SHARE.get(one.metric, (one.metric,))[0] if percent else one.metric for one in other.wanted]
    states = [METRICS[one].timing is Timing.STATE for one in asked if one in METRICS]
    picks = piece.bounds or piece.mark(Role.LACKING)
    had = bool(picks and piece.stretches and asked) and all(one.metric in HAD for one in other.wanted)
    before = had and piece.stretches[-1].at < other.wanted[0].at
    return bool(piece.wanted) and (lists or before) and bool(states) and all(states)
