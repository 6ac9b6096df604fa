"""Reads a noun that is said once for two measures: "projected vs confirmed revenue", "confirmed or tentative hours"."""

from collections.abc import Mapping
from functools import cache

from assistant.metrics.catalogue import METRICS
from assistant.planning.clauses import Clause
from assistant.planning.parts import Wanted
from assistant.planning.tokens import key
from assistant.planning.vocabulary import MetricWord
from assistant.planning.words import Role


@cache
def _called() -> Mapping[tuple[str, ...], str]:
    """The metric that each phrase is the name of."""
    return {key(said): one.name for one in METRICS.values() for said in (one.title, *one.also_called)}


def one_head(clause: Clause) -> None:
    """A word that is nothing by itself, before a joint and a measure: with the noun of that one it is another."""
    for at, span in enumerate(clause.spans):
        if at in clause.used or span.senses:
            continue
        joint = at + 1
        measured = clause.after(joint) if joint < len(clause.spans) else None
        if measured is None:
            continue
        word = clause.span(measured).one(MetricWord)
        if word is None or not clause.spans[joint].role(Role.VERSUS, Role.AND, Role.OR):
            continue
        said = key(clause.said(measured))
        heads = [(*key(clause.said(at)), *said[cut:]) for cut in range(1, len(said))]
        metric = next((_called()[one] for one in heads if one in _called()), "")
        if metric and metric != word.metric:
            clause.found.wanted.append(Wanted(at, metric, METRICS[metric].title.casefold()))
            clause.use(at)
