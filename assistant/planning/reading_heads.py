"""Reads a noun that is said once for two measures: "projected vs confirmed revenue", "confirmed or tentative hours"."""

from collections.abc import Mapping
from functools import cache

from assistant.metrics.catalogue import METRICS
from assistant.planning.clauses import Clause
from assistant.planning.parts import Wanted
from assistant.planning.passes import needs
from assistant.planning.tokens import key
from assistant.planning.vocabulary import MetricWord
from assistant.planning.words import Role


@cache
def called() -> Mapping[tuple[str, ...], str]:
    """The metric that each phrase is the name of."""
    return {key(said): one.name for one in METRICS.values() for said in (one.title, *one.also_called)}


@needs(Role.VERSUS, Role.AND, Role.OR)
def one_head(clause: Clause) -> None:
    """A word that is nothing by itself, before a joint and a measure: with the noun of that one it is another."""
    if not clause.has(Role.VERSUS, Role.AND, Role.OR):
        return
    whole: dict[int, tuple[str, ...]] = {}  # the last of a list says the noun of all before it
    for at in reversed(range(len(clause.spans) - 2)):
        span = clause.spans[at]
        if at in clause.used or (span.senses and not span.role(Role.UNMEASURED)):
            continue
        measured = clause.after(at + 1)
        if measured is None or not clause.spans[at + 1].role(Role.VERSUS, Role.AND, Role.OR):
            continue
        word = clause.span(measured).one(MetricWord)
        if word is None and measured not in whole:
            continue
        said = whole.get(measured) or key(clause.said(measured))
        heads = [(*key(clause.said(at)), *said[cut:]) for cut in range(1, len(said))]
        name = next((one for one in heads if one in called()), ())
        if name and (word is None or called()[name] != word.metric):
            whole[at] = name
            clause.found.wanted.append(Wanted(at, called()[name], " ".join(name)))
            clause.use(at)
    if clause.has(Role.OR) or clause.has(Role.AND):
        _one_beginning(clause)


LACKS = frozenset({"without", "no"})


def _one_beginning(clause: Clause) -> None:
    """As in "tasks without an owner or an estimate": what they are without begins the name of both."""
    for joint in range(1, len(clause.spans) - 1):
        first = clause.spans[joint - 1].one(MetricWord)
        said = key(clause.said(joint - 1)) if first and clause.spans[joint].role(Role.AND, Role.OR) else ()
        behind = [at for at in range(joint + 1, len(clause.spans)) if clause.spans[at].one(MetricWord)][:1]
        if first is None or not LACKS & set(said) or not behind or not clause.free(behind[0]):
            continue
        words = [
            clause.tokens[place].word for at in range(joint + 1, behind[0] + 1) for place in clause.spans[at].places
        ]
        bare = [one for one in words if one not in ("a", "an", "the")]
        names = [(*said[:cut], *rest) for cut in range(len(said) - 1, 0, -1) for rest in (words, bare)]
        name = next((one for one in names if one in called()), ())
        if name and called()[name] != first.metric:
            clause.use(*range(joint + 1, behind[0] + 1))
            clause.found.wanted.append(Wanted(behind[0], called()[name], " ".join(name)))
