"""Reads limits: "below 60 %", "more than 20k", "between 60 and 80 %", "100 hours or more"."""

import re
from dataclasses import replace
from fractions import Fraction

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Timing
from assistant.metrics.dimensions import TIME
from assistant.planning import denying, reading_moves
from assistant.planning.clauses import Clause
from assistant.planning.limits import TARGETS
from assistant.planning.parts import Bound, Wanted
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import ClosedWord, DimensionWord, MetricWord, NumberWord, PeriodWord
from assistant.planning.words import FRACTIONS, YES_OR_NO, Role
from assistant.planning.words_measured import AS_A_SHARE
from assistant.query import Comparison


def limits(clause: Clause) -> None:
    """As in "Below 60 %", "more than 20k", "100 hours or more"."""
    for at, word in clause.roles(Role.LIMIT):
        number = clause.after(at)
        if number is not None and clause.said(number).casefold() == "minus":
            clause.use(number)
            number = clause.after(number)
        if any(one.said in TARGETS for span in clause.spans for one in span.all(MetricWord)):  # "below it by over 5 %"
            clause.use(clause.before(at) if clause.said(clause.before(at) or at).casefold() == "by" else None)
        money = number if clause.span(number).role(Role.CURRENCY) and not clause.span(number).one(NumberWord) else None
        number = clause.after(number) if money is not None else number
        if clause.free(number) and clause.span(number).one(NumberWord) and isinstance(word.value, Comparison):
            clause.use(at, money)
            _bound(clause, at, number, denying.limit(clause, at, word.value), money)
        elif word.said == "exactly" or (clause.span(number).one(PeriodWord) and clause.said(at).casefold() == "over"):
            clause.use(at)
    for at, _ in clause.roles(Role.BETWEEN):
        _between(clause, at)
    _in_one_unit(clause)
    for at, word in clause.roles(Role.LIMIT_AFTER):
        before = clause.before(at)
        number = before if clause.span(before).one(NumberWord) else clause.before(before)
        if clause.free(number) and clause.span(number).one(NumberWord) and isinstance(word.value, Comparison):
            clause.use(at)
            _bound(clause, at, number, word.value, None)
    _only_so_many(clause)
    _all_of_it(clause)
    for at, _ in clause.roles(Role.CHANGE, Role.MORE):
        _grown(clause, at)
    reading_moves.moves(clause)


def _all_of_it(clause: Clause) -> None:
    """As in "who is 100 % booked", "budgets 80 % used": so much or more; "are we" asks how much it is."""
    for at, span in list(clause.each(NumberWord)):
        number, unit = span.one(NumberWord), clause.after(at)
        state = unit if span.role(Role.PERCENT) else clause.after(unit)
        percent = _percent(clause, at, unit)
        state = unit if _is_in_percent(clause, unit) else state
        word = clause.span(state).one(MetricWord)
        if not percent or number is None or not _is_a_share(word):
            continue
        if number.value != ALL and not (word and word.metric in GROWING and clause.free(at)):
            continue
        if any(dimensions_at(clause, place) for place in range(at)):
            _bound(clause, at, at, Comparison.AT_LEAST, None)
        elif clause.first_token(0).text.casefold() in YES_OR_NO:
            clause.use(at, *([] if span.role(Role.PERCENT) else [unit]))
            shares = AS_A_SHARE.get(word.metric, ()) if word else ()
            if state is not None and len(shares) == 1:
                clause.use(state)
                clause.found.wanted.append(Wanted(state, shares[0], clause.said(state)))


GROWING = ("budget_used", "budget_used_percent", "budget_hours_used", "budget_hours_used_percent")
"""What is used of a budget only grows, so that what is 80 % used has used so much at least."""

ALL = 100
PERCENT = frozenset({"percent", "percentage"})


def _percent(clause: Clause, number: int | None, unit: int | None) -> ClosedWord | None:
    """What says that a number is of a hundred, in it or behind it."""
    said = clause.span(number).role(Role.PERCENT) or clause.span(unit).role(Role.PERCENT)
    return said or (ClosedWord(Role.PERCENT) if _is_in_percent(clause, unit) else None)


def _is_in_percent(clause: Clause, at: int | None) -> bool:
    """As in "percent booked", which is a measure."""
    return at is not None and clause.span(at).one(MetricWord) is not None and clause.first_token(at).word in PERCENT


def _is_a_share(word: MetricWord | None) -> bool:
    metric = METRICS.get(word.metric) if word else None
    return metric is not None and (metric.unit is Unit.PERCENT or metric.name in AS_A_SHARE)


def _grown(clause: Clause, at: int) -> None:
    """As in "grew by 20 %", "up 10k": as much of a move as that, or more."""
    by = clause.after(at)
    is_by = by is not None and clause.said(by).casefold() == "by"
    place = clause.after(by) if is_by else by
    money = place if clause.span(place).role(Role.CURRENCY) and not clause.span(place).one(NumberWord) else None
    number = clause.after(place) if money is not None else place
    if number is None or not clause.free(number) or clause.span(number).one(NumberWord) is None:
        return
    unit = clause.after(number)
    sized = clause.span(number).role(Role.PERCENT, Role.CURRENCY) or clause.span(unit).role(Role.PERCENT, Role.CURRENCY)
    if clause.span(unit).role(Role.LIMIT_AFTER) or clause.span(clause.after(unit)).role(Role.LIMIT_AFTER):
        return
    if (is_by or sized or money is not None) and number not in {one.number for one in clause.found.bounds}:
        clause.use(money)
        _bound(clause, number, number, Comparison.AT_LEAST, money)


def _in_one_unit(clause: Clause) -> None:
    """As in "above 60 and below 80 %": the unit is said once."""
    bounds = clause.found.bounds
    said = next((one for one in bounds if one.percent or one.currency), None)
    if any(one.in_hours or one.of for one in bounds):
        return
    if said and len(bounds) == len(("from", "to")) and not _parted(clause, bounds[0].at, bounds[1].at):
        bounds[:] = [
            one if one.percent or one.currency else replace(one, percent=said.percent, currency=said.currency)
            for one in bounds
        ]


def _parted(clause: Clause, first: int, second: int) -> bool:
    """Whether two limits are for two things, and not the ends of one range."""
    return any(clause.spans[at].one(MetricWord) for at in range(first, second) if at not in clause.used)


def _between(clause: Clause, at: int) -> None:
    """As in "between 60 and 80 %": two limits, in the unit of the second."""
    first = clause.after(at)
    joint = clause.after(first)
    second = clause.after(joint)
    if all(clause.free(one) and clause.span(one).one(NumberWord) for one in (first, second)):
        clause.use(at, joint)
        _bound(clause, at, first, Comparison.AT_LEAST, None)
        _bound(clause, at, second, Comparison.AT_MOST, None)
        unit = clause.found.bounds[-1]
        lower = clause.found.bounds[-2]
        clause.found.bounds[-2] = replace(lower, percent=unit.percent, currency=unit.currency, counted=unit.counted)


_MINUS = re.compile(r"(?:(?:^|[\s(])[€$£]?[-\u2212\u2013]|\bminus) ?[€$£]?$", re.IGNORECASE)
"""As in "margin below -5 %", "less than minus 1000": a limit below nothing."""


def _signed(clause: Clause, number: int | None) -> NumberWord:
    """The number that stands there, with the sign before it."""
    value = clause.span(number).one(NumberWord) or NumberWord(Fraction(0))
    below = number is not None and _MINUS.search(clause.text[: clause.first_token(number).start])
    return NumberWord(-value.value) if below else value


def _bound(clause: Clause, at: int, number: int | None, op: Comparison, money: int | None) -> None:
    """The limit with its unit; hours after the number are its unit where another metric is asked for."""
    span = clause.span(number)
    value = _signed(clause, number)
    unit = clause.after(number)
    percent = _percent(clause, number, unit)
    if number is not None and percent is None and clause.said(number).casefold() in FRACTIONS:  # "at least half gone"
        value, percent = NumberWord(value.value * 100), ClosedWord(Role.PERCENT)
    currency = span.role(Role.CURRENCY) or clause.span(money).role(Role.CURRENCY)
    if clause.span(unit).role(Role.PERCENT):
        clause.use(unit)
        unit = clause.after(unit)
    whole = clause.span(unit).one(MetricWord)
    of_budget = _part_of_budget(clause, unit) if percent and whole and whole.metric == "budget_total" else ""
    if percent and clause.span(unit).role(Role.SHARE):  # "over 10 % share of revenue"
        clause.use(unit)
        unit = clause.after(unit)
    share_of = _whole(clause, unit) if percent and not _far_along(clause, number, unit) else ""
    if clause.span(unit).role(Role.CURRENCY) and not clause.span(unit).one(NumberWord):
        currency = clause.span(unit).role(Role.CURRENCY)
        clause.use(unit)
    counted_in = "" if share_of else _unit(clause, unit)
    if counted_in and unit is not None:
        clause.use(unit)
    word = clause.span(unit).one(MetricWord)
    of = "tracked_hours" if not share_of and _is_of_hours(clause, at, unit) else ""
    if of:
        clause.use(unit)
    limited = _limited_beside(clause, at, percent=percent is not None)
    if limited is not None and not (of or share_of or counted_in):
        leading = clause.before(limited)
        clause.use(limited, leading if clause.said(leading or 0).casefold() == "where" else None)
        measure = clause.span(limited).one(MetricWord)
        of = measure.metric if measure else ""
    of = of or of_budget
    noun = _noun_counted(clause, number, unit)
    counted = "" if percent or currency or noun is None else _counted(clause, number, noun)
    if counted:
        clause.use(noun)
    clause.use(number)
    clause.found.bounds.append(
        Bound(
            at,
            op,
            value.value,
            percent=percent is not None,
            currency=str(currency.value) if currency else "",
            counted=counted,
            unit=counted_in,
            share_of=share_of,
            of=of,
            in_hours=bool(word and word.said == "hour"),
            number=-1 if number is None else number,
        )
    )


def _part_of_budget(clause: Clause, budget: int | None) -> str:
    """As in "over 80 % of budget with less than 20 hours left": what it limits, where another amount is asked for."""
    clause.use(budget)
    others = [
        METRICS[word.metric]
        for place, span in enumerate(clause.spans)
        if place != budget and (word := span.one(MetricWord)) and word.metric in METRICS and not word.is_weak
    ]
    amounts = bool(others) and all(one.unit not in (Unit.PERCENT, Unit.INDEX) for one in others)
    return "budget_used_percent" if amounts else ""


DONE = frozenset({"done", "complete", "completed", "finished", "through"})
OF_THE_WORK = frozenset({"of", "the", "their", "its", "work", "project", "is", "are", "way"})


def _far_along(clause: Clause, number: int | None, unit: int | None) -> bool:
    """As in "less than half of the work is done", "halfway through": a limit of how far the work itself is."""
    in_it = number is None or clause.span(number).role(Role.PERCENT) or clause.said(number).casefold() in FRACTIONS
    at = (number or 0) + 1 if in_it or clause.span(unit).one(MetricWord) else unit
    if at is None or at >= len(clause.spans):
        return False
    first = clause.spans[at].first
    place = next((one for one in range(first, len(clause.tokens)) if clause.tokens[one].word not in OF_THE_WORK), None)
    if place is None or clause.tokens[place].word not in DONE:
        return False
    following = clause.tokens[place + 1].word if place + 1 < len(clause.tokens) else ""
    if clause.tokens[place].word == "through" and following in OF_THE_WORK:  # "through their budget" is what is used
        return False
    places = [one for one, span in enumerate(clause.spans) if one >= at and span.first <= place]
    if clause.spans[places[-1]].last != place or not all(clause.free(one) for one in places):
        return False
    clause.use(*places)
    clause.found.wanted.append(Wanted(places[-1], "percent_complete", "percent complete"))
    _as_projects(clause, places[0])
    return True


def _as_projects(clause: Clause, until: int) -> None:
    """As in "budgets over 80 % used but less than half done": a budget is as far along as its project is."""
    rows = [at for at in range(until) if dimensions_at(clause, at)]
    if rows and all("budget" in dimensions_at(clause, at) for at in rows):
        spans = list(clause.spans)
        spans[rows[0]] = spans[rows[0]]._replace(senses=(DimensionWord("project", is_adverb=True),))
        clause.spans = spans


HAVING = frozenset({"with", "whose", "having", "where", "that", "have", "has", "had", "which"})


def _limited_beside(clause: Clause, at: int, *, percent: bool) -> int | None:
    """As in "top 5 clients by margin with revenue over 50k": what is limited is not what the rows are told by."""
    place = clause.before(at)
    word = clause.span(place).one(MetricWord)
    if place is None or word is None or word.is_weak or not clause.free(place) or word.metric not in METRICS:
        return None
    limited = METRICS[word.metric]
    if "target" in word.said:
        return None
    apart = [clause.spans[one] for one in range(place) if clause.free(one) and not clause.spans[one].one(DimensionWord)]
    before = [other for span in apart if (other := span.one(MetricWord))]
    asked = [METRICS[one.metric] for one in before if not one.is_weak and one.metric in METRICS]
    shares = limited.unit in (Unit.PERCENT, Unit.INDEX)
    if clause.word_before(place) not in HAVING or not asked or (percent and not shares):
        return None
    return place if all(one.timing is limited.timing and one is not limited for one in asked) else None


def _is_of_hours(clause: Clause, at: int, unit: int | None) -> bool:
    """As in "revenue of clients with more than 100 hours": money is asked for, and the limit is one of hours."""
    word = clause.span(unit).one(MetricWord)
    if unit is None or not clause.free(unit) or not word or word.said != "hour":
        return False
    before = [other for place in range(at) if (other := clause.spans[place].one(MetricWord)) and not other.is_weak]
    joined = any(span.role(Role.AND, Role.OR) for span in clause.spans[:at])
    known = [METRICS[one.metric] for one in before]
    money = all(one.unit in (Unit.MONEY, Unit.PERCENT) and one.timing is Timing.FLOW for one in known)
    return bool(before) and not joined and money


def _counted(clause: Clause, number: int | None, unit: int) -> str:
    """As in "more than 3 projects": what the number counts, where a noun in the plural stands right behind it."""
    word = clause.span(number).one(NumberWord)
    is_one = word is not None and word.value == 1
    if number is None or not clause.free(unit) or not (is_one or is_plural(clause.last_token(unit))):
        return ""
    return next((one for one in dimensions_at(clause, unit) if one not in TIME), "")


def _noun_counted(clause: Clause, number: int | None, unit: int | None) -> int | None:
    """The noun right behind a number, or behind what says of which: "more than two open projects"."""
    if number is None or unit != number + 1:
        return None
    if clause.span(unit).role(Role.OPEN, Role.STATUS, Role.KIND) and dimensions_at(clause, unit + 1):
        return unit + 1
    return unit


ONLY_SO_MANY = frozenset({"only", "just"})


def _only_so_many(clause: Clause) -> None:
    """As in "who worked for only one client": so many, and no more; not "show only 5 clients"."""
    for at, word in clause.each(NumberWord):
        noun = _noun_counted(clause, at, clause.after(at))
        if clause.word_before(at) not in ONLY_SO_MANY or noun is None or not word.one(NumberWord):
            continue
        subjects = {name for place in range(at) for name in dimensions_at(clause, place)}
        if subjects and not subjects & set(dimensions_at(clause, noun)) and _counted(clause, at, noun):
            _bound(clause, at, at, Comparison.EQUAL, None)


OF_AND_WHOSE = 3
"""Within how many words before it "of" stands: "of all our revenue"."""


def _whole(clause: Clause, at: int | None) -> str:
    """As in "more than 20 % of hours": of what it is a share, which is asked for itself where nothing else is."""
    word = clause.span(at).one(MetricWord)
    first = clause.spans[at].first if at is not None else 0
    of = any("of" in token.text.casefold().split() for token in clause.tokens[max(0, first - OF_AND_WHOSE) : first])
    summed = word is not None and word.metric in METRICS and METRICS[word.metric].kind is Kind.SUM
    if word is None or not of or not summed or not clause.free(at) or word.metric.startswith("budget_"):
        return ""
    if any(span.one(MetricWord) for place, span in enumerate(clause.spans) if place != at):
        clause.use(at)
    return word.metric


def _unit(clause: Clause, at: int | None) -> str:
    """The "hours" or "days" after a number, where they are only its unit: something else is what is counted."""
    if at is None or not clause.free(at):
        return ""
    if dimensions_at(clause, at)[:1] == ("day",):
        return "days"
    word = clause.span(at).one(MetricWord)
    if _is_of_hours(clause, at - 1, at):
        return ""
    others = [
        other
        for place, span in enumerate(clause.spans)
        if place != at and (other := span.one(MetricWord)) and not (place in clause.used and span.role(Role.KIND))
    ]
    shares = all(METRICS[one.metric].unit in (Unit.PERCENT, Unit.INDEX) for one in others if one.metric in METRICS)
    return "hours" if word and word.said == "hour" and others and not (shares and clause.found.bounds) else ""
