"""Reads a clause: each pass takes the words of one kind and leaves the others to those after it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.planning import (
    denying,
    money_meant,
    reading_asker,
    reading_billing,
    reading_both_ways,
    reading_divided,
    reading_employment,
    reading_fees,
    reading_having,
    reading_heads,
    reading_included,
    reading_kinds,
    reading_lacking,
    reading_leave,
    reading_limited_beside,
    reading_limits,
    reading_losing,
    reading_managers,
    reading_measures,
    reading_money,
    reading_moves,
    reading_names,
    reading_no_rows,
    reading_over_budget,
    reading_places,
    reading_projects,
    reading_rankings,
    reading_remaining,
    reading_room,
    reading_rows,
    reading_such_tasks,
    reading_times,
    reading_weak,
    reading_worth,
    words,
)
from assistant.planning.clauses import Clause, joined
from assistant.planning.parts import Grouping, Mark, Named, Parts, Unknown, Wanted
from assistant.planning.passes import InOrder, needs, needs_asked, waiting
from assistant.planning.vocabulary import MetricWord, NameWord, NumberWord, PeriodWord
from assistant.planning.words import Role


def read(clause: Clause) -> Parts:
    """All parts of a clause; what no pass has used is unknown."""
    _IN_THEIR_ORDER.read(clause)
    return clause.found.parts()


@needs(Role.MAKE, words.ORDERS, words.ALSO_NAMES)
def _orders(clause: Clause) -> None:
    """An order stands at the beginning: "log 2 hours", "please delete …"; a report may be ordered."""
    first = _order_after_a_break(clause)
    first = clause.after(-1) if first is None else first
    makes = [at for at, _ in clause.roles(Role.MAKE)]
    made = first in makes and first is not None and (_makes_a_thing(clause, first) or not _is_a_report(clause))
    if first is not None and (_is_an_order(clause, first) or made):
        clause.found.marks.append(Mark(first, Role.ORDER, said=clause.said(first)))
        clause.use(*range(len(clause.spans)))
    clause.use(*makes)


def _order_after_a_break(clause: Clause) -> int | None:
    """As in "revenue by client; drop table people": an order of its own behind a question."""
    for at in range(1, len(clause.spans)) if clause.has(Role.BREAK) else ():
        ends = clause.spans[at - 1].role(Role.BREAK) and clause.tokens[clause.spans[at - 1].first].text in ";."
        if ends and clause.first_token(at).text.casefold() in words.ORDERS and len(clause.spans[at].places) == 1:
            return at
    return None


MADE = frozenset({"a", "an", "new", "another", "this", "the"})


def _makes_a_thing(clause: Clause, at: int) -> bool:
    """As in "create an invoice for Northwind", and not "create an invoice report"."""
    thing = next((one for one in range(at + 1, len(clause.spans)) if not _is_an_article(clause, one)), None)
    if thing is None or clause.word_before(thing) not in MADE or reading_rows.dimensions_at(clause, thing) == ():
        return False
    reports = any(span.role(Role.REPORT) for span in clause.spans)
    return reading_rows.is_one(clause, thing) and not reports


def _is_an_article(clause: Clause, at: int) -> bool:
    return clause.first_token(at).text.casefold() in MADE


def _is_an_order(clause: Clause, at: int) -> bool:
    """A word of command, unless it only begins a longer phrase that names something."""
    first = clause.spans[at].first
    said = clause.tokens[first].text.casefold()
    if said not in words.ORDERS and said not in words.ALSO_NAMES:
        return False
    politely = all(token.text.casefold() in words.POLITE for token in clause.tokens[:first])
    politely = politely or _order_after_a_break(clause) == at
    following = clause.tokens[first + 1].text.casefold() if first + 1 < len(clause.tokens) else ""
    senses = clause.spans[at].senses
    people = [one for one in senses if isinstance(one, NameWord) and one.dimension == "person"]
    is_name = bool(people) and clause.tokens[first].is_capital and len(people) == len(senses)
    is_one = (said in words.ORDERS and not is_name) or (said in words.ALSO_NAMES and following in words.ORDERED)
    return politely and is_one and len(clause.spans[at].places) == 1 and (said, following) not in OF_WORK


EDITED = "hour hours time day days cost costs budget team spend and vs or"
OF_WORK = frozenset({*(("edit", one) for one in EDITED.split()), ("drop", "in")})
"""As in "edit hours last month", which is a kind of work, or "drop in revenue", which is one."""


def _is_a_report(clause: Clause) -> bool:
    return any(span.role(Role.REPORT, Role.ABSENCE_REPORT) or span.one(MetricWord) for span in clause.spans)


def _metrics(clause: Clause) -> None:
    """The metrics asked for."""
    for at, span in clause.each(MetricWord):
        word = span.one(MetricWord)
        if word and not (word.metric in SETS_OF_METRICS[Role.OVER_BUDGET] and span.role(Role.OVER_BUDGET)):
            clause.found.wanted.append(Wanted(at, word.metric, word.said, word.is_weak))
            clause.use(at)
            if word.said in words.SUPERLATIVES:
                reading_rankings.superlative(clause, at)
    for at, closed in clause.roles(*SETS_OF_METRICS):
        clause.found.wanted += [Wanted(at, one, closed.role.value) for one in SETS_OF_METRICS[closed.role]]
        clause.found.marks.append(Mark(at, closed.role))
        clause.use(at)


SETS_OF_METRICS: dict[Role, tuple[str, ...]] = {
    Role.OVER_BUDGET: ("budget_used_percent",),
    Role.IS_OK: ("burn_index",),
    Role.ABSENCE_REPORT: ("absence_days", "absence_hours", "absence_rate"),
    Role.TO_APPROVE: ("pending_hours", "pending_absence_days", "pending_change_amount"),
}
"""Phrases that ask for metrics without naming them."""


IN_HOURS = {"absence_days": "absence_hours", "missing_days": "missing_hours"}


UNITS_OF_TIME = frozenset({"hour", "timesheet hour", "time sheet", "timesheet"})
"""As in "how many hours are missing in the timesheets": what is missing is counted so, and nothing beside it."""


@needs_asked("tracked_hours")
def _hours_counted(clause: Clause) -> None:
    """The hours of "how many hours were people absent", "missing timesheet hours" are the unit of the metric."""
    found = clause.found
    tracked = [one for one in found.wanted if one.metric == "tracked_hours"]
    at_weekends = any(one.metric == "weekend_hours" for one in found.wanted) and not found.named
    units = [one for one in tracked if one.said in UNITS_OF_TIME or at_weekends]
    others = [one for one in found.wanted if one.metric in COUNTED_IN_HOURS]
    for unit in units:
        of = next((one for one in others if not joined(clause, unit.at, one.at, Role.SHARE, Role.RATIO)), None)
        if of:
            found.wanted[:] = [
                replace(one, metric=IN_HOURS.get(one.metric, one.metric)) if one is of or _are_kinds(one, of) else one
                for one in found.wanted
                if one is not unit
            ]


def _are_kinds(one: Wanted, other: Wanted) -> bool:
    """As in "hours of vacation and sick leave": two kinds of leave, both told in hours."""
    return one.weak and other.weak and one.metric == other.metric


@needs_asked("internal_hours")
def _internal_as_a_kind(clause: Clause) -> None:
    """As in "billable hours on internal projects": another measure is asked for, of projects of that kind."""
    found = clause.found
    internal = [one for one in found.wanted if one.metric == "internal_hours" and not one.said.endswith("hour")]
    others = [one for one in found.wanted if one.metric not in ("internal_hours", "tracked_hours")]
    told = [one for one in others if one.metric in METRICS and "kind" in METRICS[one.metric].by]
    for one in internal if told and len(told) == len(others) else ():
        if not any(joined(clause, one.at, other.at) for other in told):
            reading = NameWord("kind", "internal", "internal")
            found.wanted.remove(one)
            found.named.append(
                Named(one.at, clause.said(one.at), clause.place_in_text(one.at), (reading,), dimension="kind")
            )


LIMITED_BOTH = 2


def _hours_limited(clause: Clause) -> None:
    """As in "more than 40 hours but less than 30 billable": the hours have a limit of their own, as the others have."""
    found = clause.found
    if len(found.bounds) != LIMITED_BOTH:
        return
    first, second = found.bounds
    cut = next((at for at in range(first.at, second.at) if _parts(clause, at)), None)
    firm = [one for one in found.wanted if not one.weak]
    if cut is None or not firm or any(one.metric == "tracked_hours" for one in firm):
        return
    for place, (bound, other) in enumerate(((first, second), (second, first))):
        own = [one for one in firm if (one.at < cut) is (bound.at < cut)]
        others = [one for one in firm if (one.at < cut) is (other.at < cut)]
        in_hours = place == 1 and any(METRICS[one.metric].unit is Unit.HOURS for one in others if one.metric in METRICS)
        if bound.unit == "hours" and not own and others and not other.unit and not in_hours:
            found.bounds[place] = replace(bound, unit="")
            found.wanted.append(Wanted(bound.at, "tracked_hours", "tracked hours"))


def _parts(clause: Clause, at: int) -> bool:
    return any(clause.spans[at].role(one) for one in (Role.AND, Role.BREAK))


COUNTED_IN_HOURS = frozenset(
    {
        *IN_HOURS,
        "missing_hours",
        "absence_hours",
        "overtime_hours",
        "bench_hours",
        "free_hours",
        "scheduled_hours",
        "weekend_hours",
    }
)


@needs(Role.WHEN)
def _when(clause: Clause) -> None:
    """As in "when is the next milestone": what has a day is listed."""
    for at, _ in clause.roles(Role.WHEN):
        dated = [one for one in clause.found.wanted if one.metric in words.COUNTED]
        if dated or any(span.role(Role.AMBIGUOUS) for span in clause.spans):
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.WHEN, said=clause.said(at)))
        elif reading_rankings.by_a_day(clause):  # "when was the last payment"
            clause.use(at)
        if dated and dated[0].metric == "receivables_due":
            clause.found.groupings[:] = money_meant.day_by_day(clause.found.groupings, at)
        if dated and not clause.found.groupings:
            clause.found.groupings.append(Grouping(at, (words.COUNTED[dated[0].metric],), is_subject=True))


DONE_WITH_DEALS = frozenset({"won_deals", "lost_deals"})


@needs_asked(DONE_WITH_DEALS)
def _deals_done(clause: Clause) -> None:
    """As in "number of deals lost this year": the deals are those that were lost, and not the open ones."""
    found = clause.found
    done = [one for one in found.wanted if one.metric in DONE_WITH_DEALS]
    if done and not any(joined(clause, done[0].at, one.at) for one in found.wanted if one.metric == "deals_open"):
        found.wanted[:] = [one for one in found.wanted if one.metric != "deals_open"]


ACTING = (
    Role.NOW,
    Role.TO_COME,
    Role.ALL,
    Role.AVERAGE,
    Role.SHARE,
    Role.CUMULATIVE,
    Role.ANNUALISED,
    Role.MEDIAN,
    Role.OPEN,
    Role.TREND,
    Role.DRIFT,
    Role.CHANGE,
    Role.COMPARE,
    Role.CONTINUE,
    Role.UNMEASURED,
    Role.AMBIGUOUS,
    Role.WHY,
    Role.WHAT_IF,
    Role.MEANING,
    Role.HE,
    Role.HOW_MANY,
    Role.PERCENT,
    Role.UNIT,
    Role.BY_NAME,
    Role.BOTH,
)


@needs(ACTING)
def _marks(clause: Clause) -> None:
    """The closed words that act on the whole clause."""
    for at, word in clause.roles(*ACTING):
        if word.role is Role.PERCENT and clause.spans[at].one(NumberWord):
            continue  # "clients with 30 % margin": a number that no limit has used is not understood
        value = "items" if word.role is Role.ALL and _of_items(clause, at) else word.value
        if word.role is Role.HE and _points_within(clause, at):
            clause.use(at)
            continue
        value = "pointing" if word.role is Role.HE and _points(clause, at) else value
        clause.found.marks.append(Mark(at, word.role, value, clause.said(at)))
        clause.use(at)


def _points(clause: Clause, at: int) -> bool:
    """As in "hours for them", "who worked on it": whatever else is said, it is of something said before."""
    before = clause.word_before(at)
    return before == "for" or (before in ("on", "in", "of", "at") and clause.said(at).casefold() == "it")


def _points_within(clause: Clause, at: int) -> bool:
    """As in "capacity of the designers against what is planned for them", "people and their hours"."""
    if clause.said(at).casefold() == "their" and clause.word_before(at) in ("and", "with"):
        rows = [one for one in range(at) if reading_rows.dimensions_at(clause, one)]
        return any(not reading_rows.is_one(clause, one) for one in rows)
    versus = [place for place in range(at) if clause.spans[place].role(Role.VERSUS, Role.COMPARE)]
    if not versus or clause.word_before(at) != "for" or not clause.span(clause.before(at)).one(MetricWord):
        return False
    said = NameWord if clause.said(at).casefold() == "them" else PeriodWord
    return any(clause.spans[place].one(said) for place in range(at))


@needs("this", "that")
def _pointed_at(clause: Clause) -> None:
    """As in "hours for that": it points at something said before."""
    for at, span in enumerate(clause.spans):
        word, before = clause.tokens[span.first].word, clause.word_before(at)
        alone = word in ("this", "that") and (before in BEFORE_NAMES or (word == "that" and before in DONE_TO))
        following = clause.spans[at + 1] if at + 1 < len(clause.spans) else None
        if (
            alone
            and at not in clause.used
            and (following is None or following.role(Role.BREAK) or following.one(PeriodWord))
        ):
            clause.found.marks.append(Mark(at, Role.HE, "pointing", clause.said(at)))


@needs(words.YES_OR_NO)
def _yes_or_no(clause: Clause) -> None:
    """A question for yes or no: its limit is answered by the number itself."""
    if clause.spans and clause.first_token(0).text.casefold() in words.YES_OR_NO:
        clause.found.marks.append(Mark(0, Role.YES_OR_NO))


def _of_items(clause: Clause, at: int) -> bool:
    """Whether "all budgets", "including finished" ask for those that a wide question would leave out."""
    noun = set(reading_rows.dimensions_at(clause, clause.after(at)))
    return bool(noun & {"budget", "project"}) or not clause.said(at).casefold().startswith("all")


CONNECTING = (Role.FILLER, Role.REPORT, Role.AND, Role.OR, Role.BREAK)


def _leftovers(clause: Clause) -> None:
    """Neighbouring words that were not understood, together."""
    run: list[int] = []
    if clause.found.wanted:  # "everything we have to invoice" leaves nothing out; "who knows everything" asks for more
        clause.use(*(at for at in range(len(clause.spans)) if clause.said(at).casefold() == "everything"))
    for at, span in enumerate(clause.spans):
        if at in clause.used or span.role(*CONNECTING):
            _unknown(clause, run)
            run = []
        else:
            run.append(at)
    _unknown(clause, run)


def _unknown(clause: Clause, run: Sequence[int]) -> None:
    """Words of ours around a word that nobody knows are no part of it; a known name before a capital is."""
    strange = [at for at in run if not clause.spans[at].is_known]
    run = range(strange[0], strange[-1] + 1) if strange else run
    if not run:
        return
    start, end = clause.place_in_text(run[0])[0], clause.place_in_text(run[-1])[1]
    capital = bool(clause.found.wanted) and any(
        clause.first_token(one).is_capital and clause.spans[one].first > 0 for one in run
    )
    beside = next((one for one in clause.found.named if one.span[1] + 1 == start), None)
    if capital and beside:
        start = beside.span[0]
    is_thing = clause.text[start:end] not in NO_NAMES and not _is_said_of_each(clause, run[0])
    is_name = bool(strange) and (capital or (is_thing and _stands_where_names_do(clause, run[0], run[-1])))
    noun = reading_rows.dimensions_at(clause, run[0]) if not strange and len(run) == 1 else ()
    clause.found.unknown.append(Unknown(run[0], clause.text[start:end], (start, end), is_name, noun[0] if noun else ""))


DONE_TO = frozenset("into invoice bill spend log track book pay work do cover approve".split())  # noqa: SIM905
"""After these "that" is something said before: "did we invoice that", "the hours that went into that"."""
BEFORE_NAMES = frozenset("for on at with from without except by in of client project did about".split())  # noqa: SIM905


NO_NAMES = frozenset({"everything", "nothing", "something", "anything", "everywhere", "where", "much", "too"})
"""Words that stand where names do, and are none in small letters: "have we billed for everything"."""


def _is_said_of_each(clause: Clause, first: int) -> bool:
    """As in "is each project munching through its money": after "each" a noun has no name behind it."""
    return first > 1 and clause.word_before(first - 1) in ("each", "every", "any", "which")


def _stands_where_names_do(clause: Clause, first: int, last: int) -> bool:
    """After "for", before "'s", or first of all and right before a metric."""
    if clause.word_before(first) in BEFORE_NAMES:
        return True
    following = clause.spans[last + 1] if last + 1 < len(clause.spans) else None
    if following is None:
        return False
    possessive = clause.tokens[following.first].text == "'s"
    return possessive or (first == 0 and following.one(MetricWord) is not None)


PASSES: tuple[Callable[[Clause], None], ...] = (
    _orders,
    reading_room.room,
    reading_losing.and_which_not,
    reading_heads.one_head,
    reading_over_budget.asked_beside,
    reading_names.not_only,
    reading_having.had,
    reading_such_tasks.such_tasks,
    reading_projects.statuses,
    reading_divided.client_or_internal,
    reading_projects.kinds,
    reading_managers.their_managers,
    reading_managers.managers,
    reading_included.included,
    reading_employment.employees,
    reading_rows.nouns_of_names,
    reading_leave.by_name,
    reading_names.left_out,
    reading_names.negations,
    denying.denied,
    reading_lacking.lacking,
    reading_lacking.which_measures,
    reading_asker.own,
    reading_times.against_budget,
    reading_measures.taken_away,
    reading_measures.held,
    reading_divided.divided,
    reading_moves.away_from_a_time,
    reading_moves.by_how_much,
    reading_times.comparisons,
    reading_limits.limits,
    reading_no_rows.not_told_by,
    reading_no_rows.said_again,
    reading_kinds.said_of_each,
    reading_kinds.one_of_many,
    reading_places.places,
    reading_places.within,
    reading_rows.groupings,
    reading_kinds.one_by_one,
    reading_rankings.rankings,
    reading_times.ever,
    reading_times.split,
    reading_times.stretches,
    reading_names.each_of_them,
    reading_names.names,
    _metrics,
    reading_limited_beside.limited_beside,
    reading_limited_beside.beside_their_target,
    reading_over_budget.before_today,
    reading_measures.hours_of_each,
    reading_names.kind_of_leave,
    reading_lacking.so_much_then,
    reading_measures.limited,
    _internal_as_a_kind,
    reading_billing.hours_billed,
    reading_billing.brought_in,
    _hours_counted,
    reading_weak.hours_billed,
    _hours_limited,
    reading_remaining.hours_left,
    reading_remaining.left_of_both,
    reading_fees.fee_of,
    *reading_money.PASSES,
    _deals_done,
    reading_worth.worth,
    reading_worth.size_of_open_deals,
    reading_worth.hours_sold_in,
    _when,
    reading_rankings.soonest,
    *reading_leave.PASSES,
    *reading_remaining.PASSES,
    reading_leave.days_counted,
    _marks,
    reading_weak.held_in_hours,
    reading_both_ways.in_both_ways,
    reading_weak.not_passed_over,
    reading_weak.hours_alone,
    _pointed_at,
    reading_measures.told_apart,
    _yes_or_no,
    _leftovers,
)

_IN_THEIR_ORDER = InOrder(waiting(one) for one in PASSES)
