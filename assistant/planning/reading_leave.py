"""Reads words about leave: kinds by their names, those that people are on, and what of it is left."""

from dataclasses import replace
from fractions import Fraction

from assistant.planning import words
from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Named, Unknown, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord, PeriodWord
from assistant.planning.words import Role
from assistant.query import Comparison

LEAVE = frozenset({"day", "leave", "absence", "hour", "time"})


@needs(NameWord)
@needs(LEAVE)
def by_name(clause: Clause) -> None:
    """As in "training days", where Training is what the house calls one of its kinds of leave."""
    for at, span in clause.each(NameWord):
        kinds = [one for one in span.all(NameWord) if one.dimension == "category" and one.is_whole]
        following = clause.tokens[span.last + 1].word if span.last + 1 < len(clause.tokens) else ""
        others = any(one.one(MetricWord) for place, one in enumerate(clause.spans) if place not in (at, at + 1))
        is_service = any(one.dimension == "service" and one.is_whole for one in span.all(NameWord))
        if kinds and following in LEAVE and not others and not is_service:
            clause.said_to_be[at] = "category"
            metric = "absence_hours" if following in ("hour", "time") else "absence_days"
            clause.found.wanted.append(Wanted(at, metric, "leave"))
            clause.use(at + 1)


ABSENCE = frozenset({"absence_days", "absence_hours"})


@needs_asked(ABSENCE)
def leave_left(clause: Clause) -> None:
    """As in "how much vacation do I have left": what may still be taken, not what was."""
    found = clause.found
    asked = [one for one in found.wanted if one.metric in ABSENCE]
    places = [at for at in range(len(clause.spans)) if clause.said(at).casefold() in words.LEFT] if asked else []
    if asked and clause.says(TAKEN) and not places:
        places = [at for at in range(asked[0].at, len(clause.spans)) if _is_to_be_taken(clause, at)]
        found.named[:] = [one for one in found.named if not (places and one.leave == "vacation")]
    if asked and places:
        clause.use(*places)
        others = [one for one in found.wanted if one.metric not in ABSENCE and one.at not in places]
        found.wanted[:] = [*others, Wanted(asked[0].at, "leave_balance_days", "leave left")]


TAKEN = frozenset({"take", "taken", "use"})


def _is_to_be_taken(clause: Clause, at: int) -> bool:
    """As in "holiday still to take", behind what it is said of."""
    return clause.said(at).casefold() in TAKEN and clause.word_before(at) in ("to", "be")


@needs(Role.ALL)
@needs_asked(ABSENCE)
def all_of_it(clause: Clause) -> None:
    """As in "who has used all their vacation": those who have nothing left of it."""
    found = clause.found
    leave = [one for one in found.wanted if one.metric in ABSENCE]
    used = [at for at, token in enumerate(clause.tokens) if token.text.casefold() in ("used", "taken")]
    all_ = [at for at, _ in clause.roles(Role.ALL) if leave and at < leave[0].at]
    if len(leave) != 1 or not used or not all_ or found.bounds or not any(one.is_subject for one in found.groupings):
        return
    clause.use(*all_)
    others = [one for one in found.wanted if one is not leave[0] and one.metric != "budget_used"]
    found.wanted[:] = [*others, Wanted(leave[0].at, "leave_balance_days", "leave left")]
    found.bounds.append(Bound(leave[0].at, Comparison.AT_MOST, Fraction(0)))


ON_VACATION = frozenset({"on holiday", "on holidays", "on vacation", "on pto"})


@needs(Role.LEAVE_KIND, "often", "frequently", *ABSENCE)
def on_leave(clause: Clause) -> None:
    """As in "who is on holiday", "who is on holiday or sick": a kind of leave, where no other measure is said."""
    found = clause.found
    away = [one for one in found.wanted if one.said in ON_VACATION and one.metric in ABSENCE]
    kinds = [one for one in found.named if one.leave and not one.negated]
    of_leave = all(one.metric in ABSENCE for one in found.wanted)
    for one in away if kinds or of_leave else ():
        place = clause.place_in_text(one.at)
        found.named.append(Named(one.at, clause.said(one.at), place, (), dimension="category", leave="vacation"))
        found.wanted[found.wanted.index(one)] = replace(one, weak=True)
    if kinds and found.wanted:
        _all_kinds(clause)
    if any(one.said in OFTEN for one in found.rankings):
        _often(clause)


def _all_kinds(clause: Clause) -> None:
    """As in "who is on leave or sick": whoever is away, of whatever kind."""
    found = clause.found
    kinds = [one for one in found.named if one.leave and not one.negated]
    of_any = [one for one in found.wanted if one.metric in ABSENCE and one.at not in {kind.at for kind in kinds}]
    either = [one for one in of_any for kind in kinds if clause.span(max(one.at, kind.at) - 1).role(Role.OR)]
    if either and {one.metric for one in found.wanted} <= ABSENCE and len(found.stretches) <= 1:
        found.named[:] = [one for one in found.named if one not in kinds]
        found.wanted[:] = of_any


OFTEN = frozenset({"most often", "the most often", "most frequently", "least often"})


def _often(clause: Clause) -> None:
    """As in "who is sick most often": by how many times, which is known of leave and of nothing else."""
    found = clause.found
    asked = [one for one in found.rankings if one.said in OFTEN]
    leave = [one for one in found.wanted if one.metric in ABSENCE]
    if asked and leave:
        found.wanted[:] = [replace(one, metric="absence_spells") if one in leave else one for one in found.wanted]
    elif asked:
        found.rankings[:] = [one for one in found.rankings if one not in asked]
        at = asked[0].at
        found.unknown.append(Unknown(at, clause.said(at), clause.place_in_text(at), is_name=False))


@needs("day")
def days_counted(clause: Clause) -> None:
    """The days of "how many days was Ana off" are the unit of the metric."""
    counts_days = any(one.metric.endswith("_days") for one in clause.found.wanted)
    for at, span in clause.each(DimensionWord):
        noun = span.one(DimensionWord)
        if counts_days and noun and noun.dimension == "day" and is_plural(clause.last_token(at)):
            clause.use(at)


IS = frozenset({"is", "are", "be", "was", "were"})


@needs("out")
def out(clause: Clause) -> None:
    """As in "who on Apollo is out this week", where nothing else is asked and nothing but a time stands behind it."""
    for at in range(1, len(clause.spans)):
        following = clause.span(at + 1)
        ends = not following.senses or following.one(PeriodWord) or following.role(Role.BREAK, Role.FILLER)
        is_out = clause.free(at) and clause.said(at).casefold() == "out" and clause.word_before(at) in IS
        if is_out and ends and not clause.found.wanted and clause.first_token(0).word == "who":
            clause.found.wanted.append(Wanted(at, "absence_days", "away"))
            clause.use(at)


PASSES = (out, on_leave, leave_left, all_of_it)
"""In this order: a kind of leave is known before what is left of it is."""
