"""Reads when: the period asked about, and the one it is compared with."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.dates import Kind
from assistant.planning.parts import Grouping, Mark, Relative, Stretch, Wanted
from assistant.planning.passes import needs
from assistant.planning.reading_rows import is_name
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord, PeriodWord
from assistant.planning.words import Role

YEAR = "year"


AGAINST_THE_BUDGET = {"tracked_hours": "budget_hours_used_percent", "budget_used": "budget_used_percent"}


@needs(Role.VERSUS)
@needs("budget_total")
def against_budget(clause: Clause) -> None:
    """As in "How many hours has Apollo used against its budget": the share of the budget used."""
    for at, _ in clause.roles(Role.VERSUS):
        budget = clause.after(at)
        word = clause.span(budget).one(MetricWord)
        used = [(place, span.one(MetricWord)) for place, span in clause.each(MetricWord) if place != budget]
        shares = {AGAINST_THE_BUDGET.get(one.metric) for _, one in used if one and not one.is_weak}
        shares = shares or {AGAINST_THE_BUDGET.get(one.metric) for _, one in used if one}
        share = shares.pop() if len(shares) == 1 else None
        if word and word.metric == "budget_total" and share:
            clause.found.wanted.append(Wanted(at, share, "against budget"))
            clause.use(at, budget, *(place for place, _ in used))


LESS = frozenset({"minus", "less"})
"""As in "revenue Q3 minus Q2": between two times these hold the one against the other."""


def _taken_off(clause: Clause) -> list[int]:
    said = [at for at, _ in clause.roles(Role.NOT) if clause.said(at).casefold() in LESS]
    return [at for at in said if all(clause.span(one).one(PeriodWord) for one in (at - 1, at + 1))]


COMPARING = (
    Role.VERSUS,
    Role.NOT,
    Role.LIMIT,
    Role.BEFORE,
    Role.YEAR_BEFORE,
    Role.BETWEEN,
    Role.COMPARE,
    Role.MORE,
)


@needs(COMPARING)
def comparisons(clause: Clause) -> None:
    """As in "Versus last month", "than in Q2", "year over year", "compare Ana and Ben"."""
    for at in [*(at for at, _ in clause.roles(Role.VERSUS)), *_taken_off(clause)]:
        _versus(clause, at)
    for at, _ in clause.roles(Role.LIMIT):
        if _is_held_against(clause, at):
            _versus(clause, at)
        elif clause.span(clause.after(at)).role(Role.BEFORE, Role.YEAR_BEFORE):
            clause.use(at)
        elif clause.said(at).casefold().endswith(" than") and not clause.span(clause.after(at)).one(MetricWord):
            _versus(clause, at)
    for at, word in clause.roles(Role.BEFORE, Role.YEAR_BEFORE):
        if not _is_a_period(clause, at):
            held = clause.span(clause.before(at)).role(Role.VERSUS) is not None
            unit = YEAR if word.role is Role.YEAR_BEFORE else str(word.value)
            clause.found.relatives.append(Relative(at, unit, compares=held))
            clause.use(at)
    _which_of_two(clause)
    compares = any(True for _ in clause.roles(Role.COMPARE)) or _differences(clause)
    if compares:
        _compared(clause)
    asks_why = any(True for _ in clause.roles(Role.WHY))
    if clause.found.relatives or compares or asks_why or any(one.earlier for one in clause.found.stretches):
        more = [at for at, _ in clause.roles(Role.MORE)]
        clause.found.marks += [Mark(at, Role.MORE, said=clause.said(at)) for at in more]
        clause.use(*more)


DIFFERENCES = frozenset({"difference", "differences", "gap", "delta", "diff", "discrepancy"})


HOW_BIG = frozenset({"big", "large", "wide", "great"})


def differing(clause: Clause, between: int) -> list[int]:
    """The "difference" that stands before a "between", and how big it is: "how big is the difference in hours …"."""
    said = [at for at in range(between) if clause.first_token(at).text.casefold() in DIFFERENCES]
    sized = [at for at in range(said[0]) if clause.first_token(at).text.casefold() in HOW_BIG] if said else []
    return [*sized, *said]


def _differences(clause: Clause) -> bool:
    """As in "the difference in hours between Design and Strategy", "… between this month and last month"."""
    for at, _ in clause.roles(Role.BETWEEN):
        said, first = differing(clause, at), _behind(clause, at)
        joint = clause.after(first)
        joint = clause.after(joint) if joint in clause.used else joint
        second = _behind(clause, joint) if said and clause.span(joint).role(Role.AND) else None
        if second is None or is_name(clause, first) is not is_name(clause, second):
            continue
        clause.use(*said, at, joint if second in clause.used else None)
        return True
    return False


def _behind(clause: Clause, at: int | None) -> int | None:
    """The name that stands behind a word, whether or not its noun stands before it, or the period."""
    there = clause.after(at)
    there = clause.after(there) if there in clause.used and not _is_before(clause, there) else there
    is_time = clause.span(there).one(PeriodWord) or _is_before(clause, there)
    return there if is_name(clause, there) or is_time else None


def _is_before(clause: Clause, at: int | None) -> bool:
    return clause.span(at).role(Role.BEFORE, Role.YEAR_BEFORE) is not None


def _is_a_period(clause: Clause, at: int) -> bool:
    """Whether "the previous month" is what is asked about, and not compared with."""
    before = clause.before(at)
    compared = clause.span(before).role(Role.VERSUS, Role.COMPARE, Role.LIMIT, Role.AND) or before in clause.used
    changed = clause.span(before).role(Role.CHANGE) and clause.word_before(at) in TOWARDS
    return clause.spans[at].one(PeriodWord) is not None and not (compared or changed)


def _is_held_against(clause: Clause, at: int) -> bool:
    """As in "higher than last month", "growth over last year", "did Ana work more than Ben": no number is a limit."""
    if _first_of_two(clause, at, clause.after(at)) is not None:
        return True
    is_time = clause.span(clause.after(at)).one(PeriodWord) is not None
    return is_time and (clause.said(at).casefold().endswith(" than") or _has_grown(clause, at))


def _has_grown(clause: Clause, at: int) -> bool:
    """As in "growth over last year", where "growth over the last two years" is how it went in these."""
    period = clause.span(clause.after(at)).one(PeriodWord)
    whole = period is not None and period.found.kind in (Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR)
    named = period is not None and not period.found.phrase.startswith("the ")
    moved = clause.span(clause.before(at)).role(Role.CHANGE, Role.MORE)
    return bool(moved and whole and named) and clause.said(at).casefold() == "over"


TOWARDS = frozenset({"to", "from", "on", "over", "since", "against"})
"""As in "the change to the previous month"."""


def _versus(clause: Clause, at: int) -> None:
    """What stands after "versus": a period, a relative one, a name or a metric."""
    following = clause.after(at)
    whose = clause.span(following)
    if whose.role(Role.MY) or (whose.role(Role.HE) and clause.tokens[whose.first].text.casefold() in OF_ONE):
        following = clause.after(following)
    span = clause.span(following)
    period, metric = span.one(PeriodWord), span.one(MetricWord)
    if span.role(Role.BEFORE, Role.YEAR_BEFORE, Role.UNMEASURED, Role.AMBIGUOUS) or (
        metric and (_holds(clause, at) or metric.metric == "utilization_gap")
    ):
        clause.use(at)
    elif period and following is not None:
        clause.found.stretches.append(Stretch(following, period.found, earlier=True))
        clause.use(at, following)
    elif (name := _named_before(clause, at)) is not None and _of_one_kind(clause, name, following):
        _named_beside(clause, at, name, following)
    elif between := _measured_of_two(clause, at, following):
        clause.use(at, *between[:-1])
        _side_by_side(clause, at, between[-1])
    elif (name := _named_with_days(clause, at, following)) is not None:
        clause.use(at)
        shared = _kinds(clause, name) & _kinds(clause, following)
        clause.said_to_be.update(dict.fromkeys((name, following or name), _first_kind(clause, name, shared)))
        _side_by_side(clause, at, name)
    elif (name := _first_of_two(clause, at, following)) is not None:
        clause.use(at, *_mores(clause, at))
        _side_by_side(clause, at, name)
    elif is_name(clause, clause.before(at)) and is_name(clause, _behind(clause, at)):
        clause.use(at)
        clause.found.marks.append(Mark(at, Role.VERSUS, said=clause.said(at)))


def _named_beside(clause: Clause, at: int, name: int, following: int | None) -> None:
    """As in "Ana vs Ben", "fixed jobs vs T&M": both of the one kind that they can be."""
    clause.use(at)
    if name != clause.before(at):
        clause.use(clause.before(at), *_same_noun_behind(clause, clause.before(at), following))
    clause.use(*_mores(clause, at))
    shared = _kinds(clause, name) & _kinds(clause, following)
    if len(shared) == 1 and following is not None:  # "QA vs dev", of which the one is a job title, and no team
        [kind] = shared
        clause.said_to_be.update({name: kind, following: kind})
    _side_by_side(clause, at, name)


OF_ONE = frozenset({"her", "his"})
"""As in "against her utilization target"; "its" and "their" are passed over anyway."""


def _named_with_days(clause: Clause, at: int, other: int | None) -> int | None:
    """The first name of "hours for Acme last quarter compared to Globex": of both in the same days."""
    place, days = clause.before(at), 0
    while clause.span(place).one(PeriodWord) or clause.span(place).one(MetricWord):
        days += clause.span(place).one(PeriodWord) is not None
        place = clause.before(place)
    own_days = clause.span(clause.after(other)).one(PeriodWord) is not None  # "… last quarter vs Globex this quarter"
    both = days == 1 and not own_days and is_name(clause, place) and place is not None
    return place if both and place is not None and _of_one_kind(clause, place, other) else None


def _first_kind(clause: Clause, name: int, kinds: set[str]) -> str:
    """Of the kinds that two names have in common the one the first is called by first: teams before services."""
    value = clause.span(name).role(Role.VALUE)
    if value and isinstance(value.value, tuple) and value.value[0] in kinds:
        return str(value.value[0])
    return next((one.dimension for one in clause.span(name).all(NameWord) if one.dimension in kinds), "")


def _holds(clause: Clause, at: int) -> bool:
    """Whether a "than" before a measure holds another against it: in "more internal than billable hours" none is."""
    asked = any(clause.spans[one].one(MetricWord) for one in range(at))
    return asked or clause.said(at).casefold() != "than"


def _measured_of_two(clause: Clause, at: int, following: int | None) -> tuple[int, ...]:
    """As in "is Acme more profitable than Globex": the words between that carry no more, and the first of the two."""
    measure = clause.before(at)
    if clause.span(measure).one(MetricWord) is None and not clause.span(measure).role(Role.AMBIGUOUS):
        return ()
    place, carried = clause.before(measure), []
    for is_carried in (_is_more, _is_a_noun):
        if place is not None and is_carried(clause, place):
            carried.append(place)
            place = clause.before(place)
    if place is None or not is_name(clause, place) or not _of_one_kind(clause, place, following):
        return ()
    behind = clause.after(following)
    if behind is not None and _is_a_noun(clause, behind) and behind - (following or 0) == 1:
        carried.append(behind)
    return (*carried, place)


def _is_more(clause: Clause, at: int) -> bool:
    return clause.spans[at].role(Role.MORE) is not None


def _is_a_noun(clause: Clause, at: int) -> bool:
    """As the "projects" of "fixed price projects", or their "work"."""
    metric, noun = clause.spans[at].one(MetricWord), clause.spans[at].one(DimensionWord)
    return (noun is not None and metric is None) or (metric is not None and clause.said(at).casefold() == "work")


def _which_of_two(clause: Clause) -> None:
    """As in "which is more profitable, Acme or Globex": both are told."""
    asks = clause.first_token(0).word in ("which", "who", "what") if clause.spans else False
    more = next((at for at, _ in clause.roles(Role.MORE)), None)
    names = [at for at, _ in clause.each(NameWord)]
    if not asks or more is None or len(names) != len(("one", "other")) or not _of_one_kind(clause, *names):
        return
    between = [clause.spans[at].role(Role.OR) for at in range(names[0] + 1, names[1])]
    if any(between) and more < names[0]:
        clause.use(0, more)
        _side_by_side(clause, names[0], names[0])


def _of_one_kind(clause: Clause, name: int, other: int | None) -> bool:
    """Whether both can be told apart as rows of one kind: a team and a job title cannot."""
    kinds = [_kinds(clause, at) for at in (name, other)]
    return is_name(clause, other) and bool(kinds[0] & kinds[1])


def _kinds(clause: Clause, at: int | None) -> set[str]:
    value = clause.span(at).role(Role.VALUE)
    named = {value.value[0]} if value and isinstance(value.value, tuple) else set()
    return named | {one.dimension for one in clause.span(at).all(NameWord)}


def _named_before(clause: Clause, at: int) -> int | None:
    """Where the name stands that is compared with what follows, the noun of both behind it: "fixed jobs vs T&M"."""
    before = clause.before(at)
    if is_name(clause, before):
        return before
    value = clause.before(before)
    is_noun = clause.span(before).one(DimensionWord) is not None and not clause.span(before).one(MetricWord)
    return value if is_noun and is_name(clause, value) else None


def _mores(clause: Clause, at: int) -> list[int]:
    """The "more" of "more hours for Acme than for Globex", which stands apart from its "than"."""
    apart = clause.said(at).casefold() == "than"
    return [one for one in range(at) if clause.spans[one].role(Role.MORE)] if apart else []


def _first_of_two(clause: Clause, at: int, other: int | None) -> int | None:
    """The first name of "did Design log more hours than Development", "did Ana work more than Ben"."""
    more = _mores(clause, at) or clause.said(at).casefold() in MORE_THAN
    places = range(at - 1, -1, -1) if more and is_name(clause, other) else ()
    return next((one for one in places if is_name(clause, one) and _of_one_kind(clause, one, other)), None)


MORE_THAN = frozenset({"more than", "less than", "fewer than", "higher than", "lower than"})


def _same_noun_behind(clause: Clause, noun: int | None, name: int | None) -> tuple[int, ...]:
    """The noun of the second, where both have it: "fixed jobs vs T&M jobs"."""
    behind = clause.after(name)
    said, again = clause.span(noun).one(DimensionWord), clause.span(behind).one(DimensionWord)
    return (behind,) if behind is not None and said and again and said.dimension == again.dimension else ()


def _compared(clause: Clause) -> None:
    """As in "Compare July and August", "compare Ana and Ben": the second period is compared with, names are shown."""
    periods = [(word.found.period.end, at, word.found) for at, word in _periods(clause)]
    earlier = any(one.earlier for one in clause.found.stretches)
    if len(periods) == len(("one", "the other")) and not earlier and not clause.found.relatives:
        _, at, found = min(periods, key=lambda one: one[0])
        clause.found.stretches.append(Stretch(at, found, earlier=True))
        clause.use(at)
    names = [at for at, span in clause.each(NameWord)]
    if len(names) > 1:
        _side_by_side(clause, names[0], names[0])


def _side_by_side(clause: Clause, at: int, name: int | None) -> None:
    """Names that are compared each have a row of their own."""
    dimension = clause.said_to_be.get(name or 0) or next((one.dimension for one in clause.span(name).all(NameWord)), "")
    value = clause.span(name).role(Role.VALUE)
    if value and isinstance(value.value, tuple):
        dimension = dimension or value.value[0]
    clause.found.marks.append(Mark(at, Role.COMPARE, "names", dimension))


SPLITS = frozenset({"split", "divided", "distributed", "spread", "shared"})


@needs(SPLITS)
def split(clause: Clause) -> None:
    """As in "revenue split between retainers and fixed price": both are told, and what share each is."""
    for at, span in enumerate(clause.spans) if clause.says(SPLITS) else ():
        name = clause.after(at)
        joint = clause.after(name)
        both = is_name(clause, name) and is_name(clause, clause.after(joint))
        splits = span.role(Role.BY) and clause.first_token(at).text.casefold() in SPLITS
        if both and splits and clause.span(joint).role(Role.AND, Role.OR, Role.VERSUS):
            clause.found.marks.append(Mark(at, Role.SHARE, said="split"))
            _side_by_side(clause, at, name)


@needs("ever")
def ever(clause: Clause) -> None:
    """As in "our best month ever": that of all time."""
    if clause.found.rankings and clause.found.groupings:
        clause.use(*(at for at in range(len(clause.spans)) if clause.said(at).casefold() == "ever"))


@needs(PeriodWord)
def stretches(clause: Clause) -> None:
    """All other periods are asked about; of two that are compared, the later one is."""
    found = clause.found
    found.stretches += [Stretch(at, word.found) for at, word in _periods(clause)]
    clause.use(*(one.at for one in found.stretches))
    _any_of_several(clause)
    asked = [one for one in found.stretches if not one.earlier]
    compared = [one for one in found.stretches if one.earlier]
    # Of three that are compared each is told: "September vs August vs July", "Q3 with Q2 and with Q3 last year".
    between = any(asked[0].at < one.at < asked[-1].at for one in compared) if asked else False
    if asked and (len(compared) > 1 or between):
        found.stretches = [replace(one, earlier=False) for one in sorted(found.stretches, key=lambda one: one.at)]
        return
    if len(asked) == len(compared) == 1 and compared[0].found.period.end > asked[0].found.period.end:
        found.stretches = [replace(asked[0], earlier=True), replace(compared[0], earlier=False)]


def _any_of_several(clause: Clause) -> None:
    """As in "more than 40 hours in any of the next four weeks": each of them is told."""
    for one in clause.found.stretches:
        first = clause.spans[one.at].first
        before = [token.word for token in clause.tokens[max(first - 2, 0) : first]]
        unit = SEVERAL.get(one.found.phrase.split()[-1]) if before == ["any", "of"] else None
        if unit:
            clause.found.groupings.append(Grouping(one.at, (unit,), is_one=True))


SEVERAL = {"days": "day", "weeks": "week", "months": "month", "quarters": "quarter", "years": "year"}


def _periods(clause: Clause) -> Iterator[tuple[int, PeriodWord]]:
    for at, span in clause.each(PeriodWord):
        word = span.one(PeriodWord)
        if word:
            yield at, word
