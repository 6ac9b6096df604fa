"""Reads what rows lack: "which clients did we not invoice", "projects with no hours", "clients without revenue"."""

from dataclasses import replace
from fractions import Fraction

from assistant.metrics.catalogue import METRICS
from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Grouping, Mark, Wanted
from assistant.planning.passes import needs
from assistant.planning.reading_kinds import people_called
from assistant.planning.reading_rows import dimensions_at, is_name
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import MetricWord, NumberWord, PeriodWord
from assistant.planning.words import Role
from assistant.query import Comparison

OF_WHAT = frozenset({"client", "project", "person", "team", "budget", "account_manager", "project_manager"})
"""What can be asked for by what it lacks."""

NOUNS = {"invoice": "invoiced"}
"""Nouns of things that are measured by an amount: a client without invoices has nothing invoiced."""

SAID_OF_ROWS = (Role.PERCENT, Role.CURRENCY)

ASKS_FOR_ROWS = ("project", "client", "person")
WHOSE = ("person", "client", "project")


NOTHING = frozenset({"none", "nothing"})


@needs(Role.NOT, NOTHING, NumberWord)
def lacking(clause: Clause) -> None:
    """What rows are to have none of: denied, denied of another period, or said to be zero."""
    for one in (_denied, _not_then, _nothing_of):
        one(clause)


def _denied(clause: Clause) -> None:
    """The word that denies, before what rows are to have none of; what it denies is read as it stands."""
    for at in _denying(clause):
        lacked = _lacked(clause, at)
        besides = lacked is not None and _is_besides(clause, at)
        if lacked is None or not _rows_before(clause, at) or (_is_about_a_measure(clause, at) and not besides):
            continue
        clause.use(at)
        alone = besides or _another_follows(clause, lacked)
        mark = Mark(lacked, Role.LACKING, THEN) if alone else Mark(at, Role.LACKING)
        clause.found.marks.append(replace(mark, said=clause.said(at)))
        noun = NOUNS.get(next(iter(dimensions_at(clause, lacked)), ""), "")
        if noun and not _is_leave(clause, lacked):
            clause.use(lacked)
            clause.found.wanted.append(Wanted(lacked, noun, noun))


def _denying(clause: Clause) -> list[int]:
    """The words that deny; "nothing" is one before what was done: "with revenue but nothing invoiced"."""
    nothing = [
        at
        for at, span in enumerate(clause.spans[:-1] if clause.says(NOTHING) else ())
        if not span.senses and clause.said(at).casefold() == "nothing" and clause.spans[at + 1].one(MetricWord)
    ]
    return [*(at for at, _ in clause.roles(Role.NOT)), *nothing]


def _another_follows(clause: Clause, lacked: int) -> bool:
    """As in "clients that have not paid but still owe us": what is denied is denied of that alone."""
    but = next(
        (at for at in range(lacked + 1, len(clause.spans)) if clause.first_token(at).text in ("but", "yet")), None
    )
    behind = clause.spans[but + 1 :] if but is not None else ()
    return any(span.one(MetricWord) for span in behind) and not any(span.role(Role.NOT) for span in behind)


JOINTS = frozenset({"and", "but", "yet", "though"})
THEN = "then"
"""Said of a word that denies, what it denies is denied of that alone, and not of all that is asked."""


def _is_besides(clause: Clause, at: int) -> bool:
    """As in "projects over budget but not invoiced this month": what is denied stands beside another condition."""
    joined = clause.first_token(at).text.casefold() in JOINTS or clause.span(clause.before(at)).role(Role.AND, Role.OR)
    asked = [clause.spans[place] for place in range(at)]
    measures = [word.metric for one in asked if (word := one.one(MetricWord))]
    if clause.said(at).casefold() == "without" and not joined:  # "clients we worked for without invoicing them"
        lacked = clause.span(clause.after(at)).one(MetricWord)
        is_another = lacked is not None and bool(measures) and lacked.metric not in measures
        return is_another and not _is_about_a_measure(clause, at)
    return bool(joined) and bool(measures or any(one.role(Role.OVER_BUDGET) for one in asked))


def _not_then(clause: Clause) -> None:
    """As in "clients we billed this year but not last year": some of it in one period, and none in another."""
    for at in range(1, len(clause.spans)) if clause.has(Role.NOT) or clause.says(NOTHING) else ():
        then, before = clause.after(at), clause.before(at)
        denies = clause.spans[at].role(Role.NOT) or clause.said(at).casefold() in NOTHING
        joined = clause.first_token(at).text.casefold() in JOINTS or clause.span(before).role(Role.AND)
        if not (denies and joined and clause.free(at) and clause.free(then)) or then is None:
            continue
        measures = [place for place in range(at) if clause.free(place) and clause.spans[place].one(MetricWord)]
        word = clause.spans[measures[-1]].one(MetricWord) if measures else None
        if word is None or clause.span(then).one(PeriodWord) is None or not _rows_before(clause, at):
            continue
        clause.use(at)
        clause.found.wanted.append(Wanted(then, word.metric, word.said, word.is_weak))
        clause.found.marks.append(Mark(then, Role.LACKING, THEN, clause.said(at)))
        if not clause.found.bounds:
            clause.found.bounds.append(Bound(measures[-1], Comparison.MORE, Fraction(0)))


@needs(Role.AND)
@needs(JOINTS)
def so_much_then(clause: Clause) -> None:
    """As in "utilization over 75 % in Q2 but below 60 % in Q3": so much in one period, and so much in another."""
    found = clause.found
    joints = [
        at for at, span in enumerate(clause.spans) if span.role(Role.AND) and clause.said(at).casefold() in JOINTS
    ]
    for at in joints:
        first = max((one for one in joints if one < at), default=-1)
        last = min((one for one in joints if one > at), default=len(clause.spans))
        before = [one for one in found.wanted if first < one.at < at]
        limits = [[one for one in found.bounds if low < one.at < high] for low, high in ((first, at), (at, last))]
        times = [[one for one in found.stretches if low < one.at < high] for low, high in ((first, at), (at, last))]
        behind = [one for one in found.wanted if at < one.at < last]
        if len(before) == 1 and not behind and all(limits) and all(len(one) == 1 for one in times):
            found.wanted.append(replace(before[0], at=times[1][0].at))


def _nothing_of(clause: Clause) -> None:
    """As in "people with zero billable hours": rows that have none of it."""
    for at, word in clause.each(NumberWord):
        number, measure = word.one(NumberWord), clause.span(at + 1).one(MetricWord)
        limits = clause.span(clause.before(at)).role(Role.LIMIT, Role.BETWEEN)
        nothing = number is not None and number.value == 0 and not limits
        if nothing and measure and measure.metric not in _OF_NOTHING and _rows_before(clause, at):
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.LACKING, said=clause.said(at)))


_OF_NOTHING = frozenset({"margin", "profit", "billable_utilization", "budget_remaining", "budget_hours_remaining"})
"""What can come to nothing where there is some of what it is made of."""


def _lacked(clause: Clause, at: int) -> int | None:
    """The place of what is denied: a measure, or a thing that has one; a verb before its object is passed over."""
    following = clause.after(at)
    word = clause.span(following).one(MetricWord)
    thing = clause.after(following)
    if word and word.is_weak and thing is not None and clause.span(thing).one(MetricWord):
        clause.use(following)
        return thing
    nouns = dimensions_at(clause, following)
    is_thing = bool(nouns) and nouns[0] in NOUNS
    if _is_leave(clause, following):
        return following
    return following if (word or is_thing) and not is_name(clause, following) else None


def denies_leave(clause: Clause, at: int) -> bool:
    """As in "who has not taken any vacation": asked of people, and no kind that is left out of anything."""
    return _is_leave(clause, clause.after(at)) and _rows_before(clause, at) and not _is_about_a_measure(clause, at)


def _is_leave(clause: Clause, at: int | None) -> bool:
    """As in "who has not taken any vacation": a kind of leave, which is read as one."""
    return clause.span(at).role(Role.LEAVE_KIND) is not None


def _rows_before(clause: Clause, at: int) -> bool:
    """Whether a noun before it says which rows are asked for."""
    return any(
        set(dimensions_at(clause, place)) & OF_WHAT or _are_people(clause, place) or _are_agreements(clause, place)
        for place in range(at)
    )


def _are_agreements(clause: Clause, at: int) -> bool:
    """As in "retainers with no hours this month"."""
    word = clause.span(at).role(Role.VALUE)
    kind = word.value if word else ()
    return isinstance(kind, tuple) and kind[:1] == ("budget_type",) and is_plural(clause.last_token(at))


def _are_people(clause: Clause, at: int) -> bool:
    """As in "which developers": people, called by what they do."""
    before = clause.before(at)
    asked = before is None or clause.span(before).role(Role.WHICH) is not None
    return asked and people_called(clause, at) is not None


def _is_about_a_measure(clause: Clause, at: int) -> bool:
    """As in "revenue of clients without invoices": something else is asked for of such rows."""
    before = (clause.span(place).one(MetricWord) for place in range(at))
    return any(word and not word.is_weak for word in before)


@needs(Role.WHICH)
def which_measures(clause: Clause) -> None:
    """As in "which margins are shrinking": of which the margins are is left open, and so each project's."""
    for at, _ in clause.roles(Role.WHICH):
        following = clause.after(at)
        several = following is not None and is_plural(clause.last_token(following))
        moves = any(span.role(Role.CHANGE, Role.TREND) for span in clause.spans)
        rows = any(dimensions_at(clause, place) for place in range(len(clause.spans)) if place != following)
        before = clause.before(at)
        rows_before = [place for place in range(at) if set(dimensions_at(clause, place)) & OF_WHAT]
        is_size = clause.span(before).one(NumberWord) or clause.span(before).role(*SAID_OF_ROWS)
        noun = rows_before[-1] if is_size and rows_before else before  # "clients with revenue over 50k whose margin …"
        of_rows = bool(dimensions_at(clause, noun)) and is_plural(clause.last_token(noun or 0))
        whose = clause.said(at).casefold() == "whose" and not of_rows  # "projects whose margin …" says so itself
        if of_rows and clause.said(at).casefold() == "whose":
            clause.use(at)
        if (whose or (several and moves and not rows)) and clause.span(following).one(MetricWord):
            clause.use(at)
            named = _in_its_name(clause, following)
            clause.found.groupings.append(Grouping(at, named or (WHOSE if whose else ASKS_FOR_ROWS), is_subject=True))


def _in_its_name(clause: Clause, at: int | None) -> tuple[str, ...]:
    """As in "which vendor costs went up": the rows that the words for the measure name."""
    span = clause.span(at)
    word = span.one(MetricWord)
    said = {clause.tokens[place].word for place in span.places}
    told_by = METRICS[word.metric].by if word and word.metric in METRICS else ()
    return tuple(one for one in told_by if DIMENSIONS[one].noun in said)
