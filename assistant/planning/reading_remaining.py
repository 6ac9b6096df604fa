"""Reads what may still be done: "what may we still spend" is what is left, and never what was spent."""

from dataclasses import replace

from assistant.planning.clauses import Clause, joined
from assistant.planning.parts import Grouping, Unknown, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.reading_kinds import people_called
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.vocabulary import MetricWord, NameWord, PeriodWord
from assistant.planning.words import Role

ALLOWING = frozenset({"may", "can", "could", "might"})
STILL = "still"
ALLOWING_OR_STILL = ALLOWING | {STILL}
OWNING = frozenset({"have", "has", "got"})

ACTS = frozenset({
    "spend", "use", "burn", "burn through", "consume", "work", "log", "track", "clock", "record", "invest", "put in",
    "put into", "bill", "charge", "invoice", "time",
})  # fmt: skip
"""What may be done with money and time, as it is said after "may"."""

EARNED = frozenset({"make", "earn", "get", "generate", "bring in"})
TAKEN = frozenset({"absence_days", "absence_hours"})
LEFT = {"budget_used": "budget_remaining", "budget_hours_used": "budget_hours_remaining"}
STILL_LEFT = {"invoiced": "unbilled"}
OF_A_BUDGET = frozenset({"project", "client", "budget", "budget_type", "service"})
HAS_BEEN = frozenset({
    *LEFT, *TAKEN, *STILL_LEFT, "tracked_hours", "billable_hours", "revenue", "collected", "cost", "labor_cost",
    "expense_cost",
})  # fmt: skip
"""What tells of what has been; of what may still be, it is the wrong number."""

NEAR = 5
"""So many spans may stand between "may" and what is done: who may do it, and "still"."""


@needs(ALLOWING_OR_STILL)
def what_may_be(clause: Clause) -> None:
    """As in "what may we still spend on Apollo", "how much leave has Ana still got": what is left of it."""
    if not clause.says(ALLOWING_OR_STILL):
        return
    still = next((at for at in range(len(clause.spans)) if clause.said(at).casefold() == STILL), None)
    found = clause.found
    for one in [one for one in found.wanted if one.metric in HAS_BEEN]:
        at = _allowed_at(clause, one, still)
        if at is None:
            continue
        metric = _what_is_left(clause, one, still)
        if metric:
            found.wanted[:] = [
                replace(other, metric=metric, weak=False) if other is one else other for other in found.wanted
            ]
        elif still is not None or one.weak:
            found.unknown.append(Unknown(at, clause.said(at), clause.place_in_text(at), is_name=False))
            return


REMAINING = frozenset({"left", "remaining", "remain", "left over", "unused"})


@needs_asked("budget_remaining")
def hours_left(clause: Clause) -> None:
    """As in "how many hours have we left on Apollo": what of the sold hours remains, and not what was tracked."""
    found = clause.found
    hours = [one for one in found.wanted if one.metric == "tracked_hours" and one.said in ("hour", "time")]
    left = [one for one in found.wanted if one.metric == "budget_remaining" and set(one.said.split()) & REMAINING]
    if len(hours) == len(left) == 1 and not joined(clause, hours[0].at, left[0].at):
        rest = [one for one in found.wanted if one not in (*hours, *left)]
        found.wanted[:] = [*rest, Wanted(left[0].at, "budget_hours_remaining", "budget hours remaining")]


HALVES = {"tracked_hours": "budget_hours_remaining", "budget_total": "budget_remaining"}
BARE = frozenset({"hour", "time", "budget"})
"""What may be left of, where it is only named: "how much budget and how many hours left"."""


@needs("left", "remaining", "remain", "unused")
@needs_asked("budget_remaining", "budget_hours_remaining")
def left_of_both(clause: Clause) -> None:
    """As in "how much budget and how many hours left", "remaining budget and hours": what is left is left of both."""
    found = clause.found
    left = [one for one in found.wanted if one.metric in HALVES.values() and set(one.said.split()) & REMAINING]
    if len(left) != 1:
        return
    forwards = left[0].said.split()[0] in REMAINING
    other = _other_half(clause, left[0].at, 1 if forwards else -1)
    wanted = next((one for one in found.wanted if one.at == other), None)
    money = other is not None and clause.said(other).casefold() == "money"
    metric = HALVES.get(wanted.metric, "") if wanted and wanted.said in BARE else "budget_remaining" if money else ""
    if other is None or not metric or metric == left[0].metric:
        return
    others = [one for one in found.wanted if one is not wanted]
    found.wanted[:] = [*others, Wanted(other, metric, metric.replace("_", " "))]


def _other_half(clause: Clause, at: int, step: int) -> int | None:
    """What stands on the other side of an "and", with no more than "how much" between."""
    joints = 0
    while 0 <= (at := at + step) < len(clause.spans):
        span = clause.spans[at]
        if span.role(Role.AND):
            joints += 1
        elif span.one(MetricWord) or clause.said(at).casefold() == "money":
            return at if joints == 1 else None
        elif not span.role(Role.FILLER, Role.HOW_MANY):
            return None
    return None


@needs(Role.HOW_MANY)
@needs("left", "remaining")
def who_left(clause: Clause) -> None:
    """As in "how many left this year": people or money, which nothing tells."""
    found = clause.found
    for at, _ in clause.roles(Role.HOW_MANY):
        left = [one for one in found.wanted if one.at == at + 1 and one.said in ("left", "remaining")]
        if left and found.wanted == left and not found.groupings:
            found.wanted[:] = []
            found.unknown.append(Unknown(at + 1, clause.said(at + 1), clause.place_in_text(at + 1), is_name=False))


BETWEEN_THEM = frozenset({"have", "has", "had", "who", "that", "already"})
"""What stands between people and their leaving: "people who have left", never "people do we have left"."""


@needs("left")
@needs_asked("budget_remaining")
def people_who_left(clause: Clause) -> None:
    """As in "how many designers left last year", "people that left the Design team": those who went."""
    found = clause.found
    left = [one for one in found.wanted if one.metric == "budget_remaining" and clause.said(one.at) == "left"]
    for one in left if len(found.wanted) == 1 else ():
        people = next((at for at in range(one.at - 1, -1, -1) if not _is_between(clause, at)), None)
        if people is None or not ("person" in dimensions_at(clause, people) or people_called(clause, people) == people):
            continue
        following = clause.span(clause.after(one.at))
        teams = {name.dimension for name in following.all(NameWord)} & {"team", "job_title"}
        if following.senses and not (teams or following.one(PeriodWord) or following.role(Role.BREAK, Role.BY)):
            continue
        clause.use(people)
        found.wanted[:] = [Wanted(one.at, "leavers", "leavers")]
        counted = any(True for _ in clause.roles(Role.HOW_MANY))
        kept = [row for row in found.groupings if not (row.is_subject and "person" in row.dimensions)]
        found.groupings[:] = kept if counted else [*kept, Grouping(people, ("person",), is_subject=True)]


def _is_between(clause: Clause, at: int) -> bool:
    return clause.said(at).casefold() in BETWEEN_THEM


UNDONE = frozenset({"could", "should", "might"})


@needs(UNDONE)
def what_could_have_been(clause: Clause) -> None:
    """As in "hours we could have worked", "revenue we could have made": what was not, and no number tells."""
    has_been = clause.says(UNDONE) and any(one.metric in HAS_BEEN for one in clause.found.wanted)
    for at in range(len(clause.spans) - 1) if has_been else ():
        said = (clause.said(at).casefold(), clause.said(at + 1).casefold())
        fillers = all(clause.spans[place].role(Role.FILLER) for place in (at, at + 1))
        if fillers and said[0] in UNDONE and said[1] == "have":
            clause.found.unknown.append(Unknown(at, clause.said(at), clause.place_in_text(at), is_name=False))
            return


JUST = frozenset({"just", "barely", "narrowly", "slightly"})
HELD_AGAINST = ("below ", "under ", "above ", "over ", "missed ", "missing ", "short of ")


@needs(JUST)
def just_beside(clause: Clause) -> None:
    """As in "just below target", "just above 80 %": how near that is nobody says, and all below are other rows."""
    for at in range(len(clause.spans) - 1) if clause.says(JUST) else ():
        span, said = clause.spans[at + 1], clause.said(at + 1).casefold()
        limits = span.role(Role.LIMIT) or (span.one(MetricWord) and said.startswith(HELD_AGAINST))
        if clause.said(at).casefold() in JUST and limits:
            clause.found.unknown.append(Unknown(at, clause.said(at), clause.place_in_text(at), is_name=False))


def _allowed_at(clause: Clause, one: Wanted, still: int | None) -> int | None:
    """Where it is said that something may be done, or is still had; None where it is not."""
    said = [clause.said(at).casefold() for at in range(len(clause.spans))]
    if still is not None and _is_had(said, still) and one.metric != "cost":
        return still
    verb = _verb_at(clause, one)
    if verb is None:
        return None
    for at in range(max(0, verb - NEAR), verb):
        if said[at] in ALLOWING and clause.spans[at].role(Role.FILLER) and _only_who(clause, at + 1, verb):
            return at if still is None else still
    return None


def _is_had(said: list[str], still: int) -> bool:
    """As in "still have", "has Ana still got", "still to take"."""
    following = said[still + 1] if still + 1 < len(said) else ""
    return following in OWNING and "to" not in said[still + 2 : still + 3]


def _verb_at(clause: Clause, one: Wanted) -> int | None:
    """Where what is done stands: the word for the metric, the "take" of leave, the "make" of revenue."""
    if one.metric in TAKEN:
        return next((at for at in range(len(clause.spans)) if clause.said(at).casefold() in ("take", "book")), None)
    if one.metric == "revenue":
        return next((at for at in range(len(clause.spans)) if clause.said(at).casefold() in EARNED), None)
    return one.at if one.said in ACTS else None


def _only_who(clause: Clause, first: int, verb: int) -> bool:
    """Whether nothing but who may do it stands between: "can I see what we spend" is another sentence."""
    for at in range(first, verb):
        span, said = clause.spans[at], clause.said(at).casefold()
        is_who = span.one(NameWord) or dimensions_at(clause, at) or span.role(Role.ME, Role.HE, Role.BY, Role.ALL)
        if not is_who and said not in ("we", "us", "the", "our", STILL, "team", "people", "each", "you"):
            return False
    return True


def _what_is_left(clause: Clause, one: Wanted, still: int | None) -> str:
    """The metric of what is left; blank where there is none, as for the part of it that is gone."""
    if any(span.role(Role.SHARE) for span in clause.spans):
        return ""
    if one.metric in TAKEN:
        return "leave_balance_days"
    if one.metric == "tracked_hours" and still is not None and not _is_had_by_somebody(clause):
        return "budget_hours_remaining" if _is_of_a_budget(clause) else ""
    if one.metric in STILL_LEFT:
        return STILL_LEFT[one.metric] if still is not None else one.metric
    return LEFT.get(one.metric, "")


def _is_of_a_budget(clause: Clause) -> bool:
    named = {name.dimension for one in clause.found.named for name in one.readings}
    rows = {name for one in clause.found.groupings for name in one.dimensions}
    return bool((named | rows) & OF_A_BUDGET)


def _is_had_by_somebody(clause: Clause) -> bool:
    return any(name.dimension == "person" for one in clause.found.named for name in one.readings)


OF_PEOPLE = frozenset({"person", "team", "job_title", "employment"})
IN_CHARGE = frozenset({"project_manager", "account_manager", "owner"})


@needs_asked("budget_hours_remaining")
def hours_somebody_has_left(clause: Clause) -> None:
    """As in "how many hours does the dev team have left this month": people have free hours left, and no budget."""
    found = clause.found
    left = [one for one in found.wanted if one.metric == "budget_hours_remaining"]
    if len(left) != 1 or len(found.wanted) > 1 or clause.says(OF_BUDGETS):
        return
    named = [{one.dimension} if one.dimension else {name.dimension for name in one.readings} for one in found.named]
    rows = {name for one in found.groupings for name in one.dimensions}
    of_people = named and all(one <= OF_PEOPLE | IN_CHARGE and one & OF_PEOPLE for one in named)
    if (of_people or (rows and not named)) and rows <= OF_PEOPLE and not clause.has(Role.MANAGED):
        said = "has time" if any(one.is_subject for one in found.groupings) else left[0].said
        found.wanted[:] = [replace(left[0], metric="free_hours", said=said)]


OF_BUDGETS = frozenset({"budget", "budgets", "retainer", "retainers", "sold", "contract"})


@needs("for")
@needs_asked("free_hours")
def who_is_free_for_somebody(clause: Clause) -> None:
    """As in "who is free for Ana", who could help her: anybody but her."""
    found = clause.found
    people = [one for one in found.named if {name.dimension for name in one.readings} <= {"person"} | IN_CHARGE]
    asks_who = any(one.is_subject and "person" in one.dimensions for one in found.groupings)
    if asks_who and len(people) == len(found.named) == 1 and clause.word_before(people[0].at) == "for":
        found.named[:] = [replace(people[0], negated=True)]


PASSES = (
    what_may_be,
    who_left,
    people_who_left,
    just_beside,
    what_could_have_been,
    hours_somebody_has_left,
    who_is_free_for_somebody,
)
"""In the order in which they are read."""
