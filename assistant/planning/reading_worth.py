"""Reads what deals are worth, where how many there are is asked beside it or not at all."""

from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping, Mark, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.words import Role

WORTH = {"won_deals": "won_value", "lost_deals": "lost_value", "deals_open": "pipeline_value"}
"""What these are worth, and what tells how many there are."""


OF_AGREEMENTS = {"budget": "budget_total", "deal": "pipeline_value"}
"""What is meant by the worth of such rows: "agreements worth more than 100k"."""


@needs("value", "worth")
def worth(clause: Clause) -> None:
    """As in "what are the deals we lost worth": an amount, and their number where that is asked for, too."""
    found = clause.found
    value = [at for at, span in enumerate(clause.spans) if not span.senses and clause.said(at).casefold() == "value"]
    said = bool(value) or any(token.word == "worth" for token in clause.tokens)
    many = any(True for _ in clause.roles(Role.HOW_MANY))
    rows = {name for one in found.groupings if one.is_subject for name in one.dimensions[:1]}
    if said and not found.wanted and found.bounds and rows <= OF_AGREEMENTS.keys() and len(rows) == 1:
        metric = OF_AGREEMENTS[rows.pop()]
        found.wanted.append(Wanted(found.bounds[0].at, metric, metric.replace("_", " ")))
    for one in [one for one in found.wanted if said and one.metric in WORTH]:
        amount = replace(one, metric=WORTH[one.metric], said=WORTH[one.metric].replace("_", " "))
        at = found.wanted.index(one)
        found.wanted[at : at + 1] = [one, amount] if many else [amount]
        clause.use(*value)


SOLD_IN = ("won_value", "budget_hours")
"""What comes nearest to the hours sold in a period: the value of what was won in it, the sold hours as they stand."""


@needs_asked("budget_hours")
def hours_sold_in(clause: Clause) -> None:
    """As in "how many hours did we sell in Q3": which of the sold hours came in a period nothing tells."""
    found = clause.found
    sold = [one for one in found.wanted if one.metric == "budget_hours" and {"sell", "sold"} & set(one.said.split())]
    began = any(one.found.period.start is not None for one in found.stretches)
    if len(sold) == len(found.wanted) == 1 and began and "we" in {one.word for one in clause.tokens}:
        found.wanted[:] = []
        found.marks.append(Mark(sold[0].at, Role.UNMEASURED, SOLD_IN, clause.said(sold[0].at)))


SIZE = "average_deal_size"
BIG = frozenset({"big", "large", "size", "value"})
OPEN = frozenset({"pipeline_value", "weighted_pipeline", "deals_open"})


@needs(Role.AVERAGE, SIZE)
def size_of_open_deals(clause: Clause) -> None:
    """As in "average deal size in the pipeline", "the average open deal": the mean of the open ones, not of the won."""
    found = clause.found
    sizes = [one for one in found.wanted if one.metric == SIZE]
    means = [at for at, _ in clause.roles(Role.AVERAGE)]
    if not sizes and not means:
        return
    vague = [at for at, word in clause.roles(Role.AMBIGUOUS) if isinstance(word.value, tuple) and OPEN & {*word.value}]
    still = [at for at, _ in clause.roles(Role.OPEN)]
    others = [one for one in found.wanted if one not in sizes]
    if not {one.metric for one in others} <= OPEN or not (vague or others or still):
        return
    said = [at for at, span in enumerate(clause.spans) if not span.senses and clause.said(at).casefold() in BIG]
    if not sizes and (others or not (said or _says_one_deal(clause, vague))):
        return
    if any(span.role(Role.VERSUS, Role.AND, Role.OR) for span in clause.spans):  # each of them is told
        return
    at = sizes[0].at if sizes else means[0]
    clause.use(*means, *vague, *still, *said)
    found.wanted[:] = [Wanted(at, "pipeline_value", "pipeline value")]
    found.marks.append(Mark(at, Role.AVERAGE, said="average"))
    rows = [one for one in found.groupings if one.dimensions[:1] != ("deal",)]
    found.groupings[:] = [*rows, Grouping(at, ("deal",), is_each=True)]


def _says_one_deal(clause: Clause, places: list[int]) -> bool:
    return any({"deal", "opportunity"} & set(clause.said(at).casefold().split()) for at in places)
