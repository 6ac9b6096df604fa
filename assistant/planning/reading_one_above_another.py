"""Reads one amount held against another: "projects that cost us more than they earned"."""

from fractions import Fraction

from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Wanted
from assistant.planning.passes import needs
from assistant.planning.vocabulary import MetricWord, PeriodWord
from assistant.planning.words import Role
from assistant.query import Comparison

COST = frozenset({"cost", "budget_used"})
DIFFERENCE = {
    ("revenue", "cost"): "profit",
    ("invoiced", "cost"): "invoiced_profit",
    ("revenue", "invoiced"): "unbilled",
    ("budget_total", "budget_used"): "budget_remaining",
}
"""What is left of the first when the second is taken off."""

OTHER_WAY = {
    Comparison.MORE: Comparison.LESS,
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.LESS: Comparison.MORE,
    Comparison.AT_MOST: Comparison.AT_LEAST,
}
MADE = frozenset({"made", "make", "makes", "making"})
"""Of an amount beside what something cost, these say what it earned."""

WORKED = frozenset({"worked", "work"})
"""Beside what was billed, work is what it earned: "where we worked more than we billed"."""

BETWEEN = (Role.FILLER, Role.HE, Role.ME, Role.MY)


@needs(Role.LIMIT)
def one_above_another(clause: Clause) -> None:
    """Two amounts with "more than" between them, and no number: which way their difference lies."""
    for at, word in clause.roles(Role.LIMIT):
        if not isinstance(word.value, Comparison) or word.value not in OTHER_WAY:
            continue
        first, second = _beside(clause, at, -1), _beside(clause, at, 1)
        if first is None or second is None:
            continue
        pair = _measure(clause, first), _measure(clause, second)
        metric, turned = DIFFERENCE.get(pair, ""), DIFFERENCE.get(pair[::-1], "")
        if "unbilled" in (metric, turned) and any(span.one(PeriodWord) for span in clause.spans):
            return  # it is told to date, and no period has a part of it
        if metric or turned:
            _hold(clause, (first, at, second), metric or turned, word.value if metric else OTHER_WAY[word.value])
            return


def _hold(clause: Clause, places: tuple[int, int, int], metric: str, op: Comparison) -> None:
    first, at, second = places
    found = clause.found
    found.wanted[:] = [one for one in found.wanted if one.at not in places]
    found.wanted.append(Wanted(first, metric, metric.replace("_", " ")))
    found.bounds.append(Bound(at, op, Fraction(0)))
    clause.use(*range(first, second + 1))


def _beside(clause: Clause, at: int, step: int) -> int | None:
    """The nearest amount on one side, with nothing between but who has it."""
    place = at + step
    while 0 <= place < len(clause.spans):
        if _measure(clause, place):
            return place
        if not clause.spans[place].role(*BETWEEN):
            return None
        place += step
    return None


def _measure(clause: Clause, at: int) -> str:
    span = clause.spans[at]
    metric = span.one(MetricWord)
    if metric and metric.said in WORKED:
        return "revenue"
    if metric:
        return "cost" if metric.metric in COST and metric.said != "use" else metric.metric
    if span.role(Role.FILLER):
        return "revenue" if clause.said(at).casefold() in MADE else ""
    made = span.role(Role.AMBIGUOUS)
    return "revenue" if made and isinstance(made.value, tuple) and "revenue" in made.value[:1] else ""
