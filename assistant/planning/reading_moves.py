"""Reads how far something moved: "grew by more than 20 %", "a drop of at least 5 points", "up 10k or more"."""

from dataclasses import replace
from fractions import Fraction

from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Mark, Relative
from assistant.planning.passes import needs
from assistant.planning.vocabulary import ClosedWord, MetricWord, NumberWord, PeriodWord
from assistant.planning.words import Role
from assistant.query import Comparison

A_LEVEL = frozenset({"above", "below", "under", "beneath", "beyond", "exceed", "exceeds", "exceeding", "exceeded"})
"""Right behind a verb these say where something went, and not how far: "fell below 60 %"."""

NOUNS = frozenset({"growth", "increase", "decrease", "decline", "change", "changes", "difference", "delta"})
"""Behind these nouns they say how large the move was: "growth above 20 %"."""

UP = frozenset({"rise", "rose", "risen", "rising", "climbed", "climbing", "jumped", "grow", "grew", "grown", "growing"})
DOWN = frozenset({"drop", "dropped", "dropping", "fall", "fell", "fallen", "falling", "dipped", "slump", "slumped"})
UPWARD, DOWNWARD = (Comparison.MORE, Comparison.AT_LEAST), (Comparison.LESS, Comparison.AT_MOST)

MOVES = (Role.CHANGE, Role.TREND, Role.MORE)
BEFORE_A_SIZE = frozenset({"of", "by"})


def moves(clause: Clause) -> None:
    """The limits that say how far something moved, apart from those that say where it stands."""
    kept: list[Bound] = []
    for bound in clause.found.bounds:
        said = _moved(clause, bound)
        if said:
            clause.found.moves.append(replace(bound, moved=said, share_of="", of=""))
        else:
            kept.append(bound)
    clause.found.bounds[:] = kept


HIGHER: dict[object, str] = {
    **dict.fromkeys((Comparison.MORE, Comparison.AT_LEAST), "higher"),
    **dict.fromkeys((Comparison.LESS, Comparison.AT_MOST), "lower"),
}


@needs(NumberWord)
@needs(PeriodWord)
@needs(Role.LIMIT, Role.VERSUS)
def away_from_a_time(clause: Clause) -> None:
    """As in "more than 10 % higher than last year", "up 10 % on last year": how far it is from what it was."""
    for at, span in enumerate(clause.spans):
        limit = span.role(Role.LIMIT)
        number = _number_before(clause, at)
        if number is None or not clause.span(clause.after(at)).one(PeriodWord):
            continue
        before = clause.before(number)
        op = clause.span(before).role(Role.LIMIT)
        said = clause.said(before) if before is not None and clause.span(before).role(*MOVES) else ""
        is_while = clause.said(at).casefold() == "over" and not said  # "above 0 over Christmas"
        if limit and limit.value in HIGHER and not is_while:
            said = HIGHER[limit.value]
            clause.spans = [
                one._replace(senses=(ClosedWord(Role.VERSUS),)) if place == at else one
                for place, one in enumerate(clause.spans)
            ]
            clause.found.marks.append(Mark(at, Role.CHANGE, said=said))
        elif not (span.role(Role.VERSUS) and said):
            continue
        clause.use(*range(number, at), before if op else None)
        how = op.value if op and isinstance(op.value, Comparison) else Comparison.AT_LEAST
        clause.found.moves.append(_sized(clause, number, how, said))


@needs("by")
@needs("much")
@needs(Role.CHANGE)
def by_how_much(clause: Clause) -> None:
    """As in "which team has the lowest margin, and by how much did it change": the period before stands beside it."""
    for at, _ in clause.roles(Role.BY):
        said = [clause.tokens[one].word for one in range(clause.spans[at].first, len(clause.tokens))][:3]
        moved = next((one for one in range(at, len(clause.spans)) if clause.spans[one].role(Role.CHANGE)), None)
        measured = any(clause.spans[one].one(MetricWord) for one in range(at))
        joined = clause.span(clause.before(at)).role(Role.AND)
        if said == ["by", "how", "much"] and joined and measured and moved is not None:
            points = (one for one in range(at, moved) if clause.spans[one].role(Role.HE))
            clause.use(at, moved, *points)
            clause.found.relatives.append(Relative(moved, ""))


def _number_before(clause: Clause, at: int) -> int | None:
    """The number of percent, or of money, right before a place."""
    unit = clause.before(at)
    number = unit if clause.span(unit).one(NumberWord) else clause.before(unit)
    beside = [clause.span(one) for one in (unit, number)]
    sized = any(one.role(Role.PERCENT, Role.CURRENCY, Role.LIMIT) for one in (*beside, clause.span(at)))
    return number if sized and clause.free(number) and clause.span(number).one(NumberWord) else None


def _sized(clause: Clause, number: int, op: Comparison, moved: str) -> Bound:
    word, span, unit = clause.span(number).one(NumberWord), clause.span(number), clause.span(number + 1)
    percent = span.role(Role.PERCENT) or unit.role(Role.PERCENT)
    currency = span.role(Role.CURRENCY) or unit.role(Role.CURRENCY)
    money = "" if percent or currency is None else str(currency.value)
    value = word.value if word else Fraction(0)
    return Bound(number, op, value, percent=percent is not None, currency=money, number=number, moved=moved)


def _moved(clause: Clause, bound: Bound) -> str:
    """The word for the move a limit belongs to, which stands before it or right behind it; blank for another limit."""
    start: int | None = bound.at
    if clause.span(start).role(Role.LIMIT_AFTER):
        number = clause.before(start)
        start = number if clause.span(number).one(NumberWord) else clause.before(number)
    before = clause.before(start)
    by = before if before is not None and clause.said(before).casefold() == "by" else None
    before = clause.before(by) if by is not None else before
    sized = by is not None or (start is not None and clause.word_before(start) in BEFORE_A_SIZE)
    if sized and clause.span(before).one(MetricWord) and not clause.span(before).role(*MOVES):
        before = clause.before(before)  # "a drop in revenue of more than 20 %"
    if (
        before is not None
        and clause.span(before).role(*MOVES)
        and not (by is None and _is_a_level(clause, before, bound))
    ):
        clause.use(by)
        if clause.span(before).role(Role.MORE) and before not in clause.used:
            clause.use(before)
            clause.found.marks.append(Mark(before, Role.CHANGE, said=clause.said(before)))
        return clause.said(before)
    return _behind(clause, bound)


def _is_a_level(clause: Clause, moved: int, bound: Bound) -> bool:
    word, said = clause.said(bound.at).casefold(), clause.said(moved).casefold()
    # Nothing drops above, or climbs below, what it was: there it is the size of the drop.
    other_way = bound.op in (UPWARD if said in DOWN else DOWNWARD if said in UP else ())
    return word in A_LEVEL and said not in NOUNS and not other_way


def _behind(clause: Clause, bound: Bound) -> str:
    """As in "more than 20 % growth"."""
    last: int | None = bound.number
    for _ in ("the percent", "the noun"):
        following = clause.after(last)
        if clause.span(following).role(Role.CHANGE):
            return clause.said(following or 0)
        if not clause.span(following).role(Role.PERCENT, Role.CURRENCY):
            return ""
        last = following
    return ""
