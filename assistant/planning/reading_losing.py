"""Reads money that is lost, which is profit and no deal: "which client did we lose the most money on"."""

from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.grammar import Span, loses_money
from assistant.planning.limits import TARGETS
from assistant.planning.parts import Grouping, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.vocabulary import MetricWord, NameWord, PeriodWord
from assistant.planning.words import Role

DEALS = frozenset({"won_deals", "lost_deals", "deals_open"})
AT_A_LOSS = "lose money"
WHERE = {"where": "project", "whom": "client", "what": "project"}
"""What money is lost on, where nothing says it: "where do we lose money", "with whom"."""


BOTH_SIDES = frozenset({"profit", "budget_used_percent"})
"""What tells of those in a state and of those that are not."""


@needs(Role.NOT)
@needs("which")
def and_which_not(clause: Clause) -> None:
    """As in "which projects are losing money and which aren't": all of them, as the number tells which they are."""
    if not clause.has(Role.NOT):
        return
    places = [at for at in range(len(clause.spans)) if not clause.spans[at].role(Role.BREAK)]
    last = places[-1] if places else 0
    if not clause.spans or not clause.spans[last].role(Role.NOT) or clause.first_token(0).word != "which":
        return
    which = next((at for at in range(last - 1, 0, -1) if not clause.is_filler(at)), 0)
    if not which or clause.first_token(which).word != "which":
        return
    spans = list(clause.spans)
    for at, span in enumerate(spans[:which]):
        metric = _state(span)
        if metric is not None:
            spans[at] = span._replace(senses=(metric,))
            clause.spans = spans
            clause.use(*range(which, last + 1))
            return


def _state(span: Span) -> MetricWord | None:
    """The measure of a state, by its own name."""
    if span.role(Role.OVER_BUDGET):
        return MetricWord("budget_used_percent", "budget used percent")
    word = span.one(MetricWord)
    if word is None or word.metric not in (*BOTH_SIDES, "margin"):
        return None
    return MetricWord(word.metric, word.metric) if word.said in TARGETS else word


@needs_asked("lost_deals", "profit")
def money_lost(clause: Clause) -> None:
    """The profit of what money is lost on; of rows those at a loss, or those that lose most."""
    found = clause.found
    lost = next((one for one in found.wanted if one.metric == "lost_deals" and one.weak), None)
    said = lost or next((one for one in found.wanted if one.metric == "profit" and "money" in one.said), None)
    if lost and loses_money(clause.tokens):
        found.groupings[:] = [one for one in found.groupings if "deal" not in one.dimensions]
    deals = any("deal" in one.dimensions for one in found.groupings)
    if said is None or deals or any(one.metric not in DEALS | {"profit"} for one in found.wanted):
        return
    much = "much" in {one.word for one in clause.tokens}
    if lost and not (loses_money(clause.tokens) or (much and _on(clause, lost))):
        found.wanted[:] = [replace(lost, metric="lost_value", said="lost value")] if much else found.wanted
        return
    if lost:
        found.wanted[:] = [Wanted(lost.at, "profit", AT_A_LOSS)]
    found.groupings[:] = [_on_whom(one) for one in found.groupings]
    where = _where(clause) if not found.groupings and not found.named else None
    if where:
        found.groupings.append(where)


def _on(clause: Clause, lost: Wanted) -> bool:
    """As in "how much did we lose on Apollo": behind it stands some work."""
    on = lost.at + 1
    return clause.span(on).role(Role.FILLER) is not None and clause.said(on) == "on" and _is_named(clause, on)


def _is_named(clause: Clause, on: int) -> bool:
    behind = clause.span(clause.after(on))
    return behind.one(NameWord) is not None and behind.one(PeriodWord) is None


def _on_whom(one: Grouping) -> Grouping:
    """Money is lost on clients, and never on who is asked for by "who"."""
    return replace(one, dimensions=("client",)) if one.is_subject and "person" in one.dimensions else one


def _where(clause: Clause) -> Grouping | None:
    """What a question for the place of a loss asks for."""
    for at, span in enumerate(clause.spans[:2]):
        noun = WHERE.get(clause.first_token(at).word)
        leads = clause.first_token(at).word != "what" or clause.word_before(at) in ("on", "with")
        if noun and leads and (span.role(Role.FILLER) or not span.senses or at not in clause.used):
            clause.use(at)
            return Grouping(at, (noun,), is_subject=True)
    return None
