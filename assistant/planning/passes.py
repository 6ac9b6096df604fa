"""What a pass of reading waits for: of most questions, most of the passes have nothing to do.

A pass says what has to stand among the words of a clause, so that nobody need look into it where nothing does.
It is a look beforehand and no condition: the pass itself is as exact as it is without, and finds nothing there.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from assistant.planning.clauses import Clause, Sign

Pass = Callable[[Clause], None]


@dataclass(frozen=True)
class Waiting:
    """A pass, the signs of which one of each must stand in a clause, and the metrics of which one must be asked for."""

    read: Pass
    signs: tuple[frozenset[Sign], ...] = ()
    asked: frozenset[str] | None = None


_WAITING: dict[Pass, Waiting] = {}


def needs(*signs: Sign | Collection[Sign]) -> Callable[[Pass], Pass]:
    """Of a pass that does nothing but where one of these stands in the clause; said twice, one of each must stand.

    A sign is a role, a kind of sense, a small word as it is written or compared, a metric or a dimension that is meant.
    """
    either = frozenset(one for each in signs for one in ([each] if isinstance(each, str | type) else each))
    return lambda one: _waits(one, replace(waiting(one), signs=(*waiting(one).signs, either)))


def needs_asked(*metrics: str | Collection[str]) -> Callable[[Pass], Pass]:
    """Of a pass that does nothing but where one of these metrics is asked for by then."""
    either = frozenset(one for each in metrics for one in ([each] if isinstance(each, str) else each))
    return lambda one: _waits(one, replace(waiting(one), asked=either))


def _waits(one: Pass, how: Waiting) -> Pass:
    _WAITING[one] = how
    return one


def waiting(one: Pass) -> Waiting:
    """What a pass waits for; nothing where it says nothing."""
    return _WAITING.get(one, Waiting(one))


def read_by(passes: Iterable[Waiting], clause: Clause) -> None:
    """The passes that have anything to do, one after the other."""
    spans, signs = clause.spans, clause.known.signs
    for one in passes:
        for either in one.signs:
            if either.isdisjoint(signs):
                break
        else:
            if one.asked is None or not one.asked.isdisjoint([each.metric for each in clause.found.wanted]):
                one.read(clause)
                if clause.spans is not spans:
                    spans, signs = clause.spans, clause.known.signs
