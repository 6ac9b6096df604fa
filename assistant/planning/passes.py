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


class InOrder:
    """Passes in the order in which they read, of which a clause is read only by those that have anything to do."""

    def __init__(self, passes: Iterable[Waiting]) -> None:
        self.passes = tuple(passes)
        self._most = max((len(one.signs) for one in self.passes), default=0)
        self._by_sign: dict[Sign, int] = {}
        self._without = 0
        for at, one in enumerate(self.passes):
            for which in range(self._most):
                bit = 1 << at + which * len(self.passes)
                if which >= len(one.signs):
                    self._without |= bit
                for sign in one.signs[which] if which < len(one.signs) else ():
                    self._by_sign[sign] = self._by_sign.get(sign, 0) | bit

    def waited_for(self, signs: Iterable[Sign]) -> int:
        """The bits of the passes of whose signs one of each is there, the bit of each that of its place."""
        there = self._without
        for bits in filter(None, map(self._by_sign.get, signs)):
            there |= bits
        each = (1 << len(self.passes)) - 1
        for _ in range(self._most):
            each &= there
            there >>= len(self.passes)
        return each

    def read(self, clause: Clause) -> None:
        """The passes that have anything to do, one after the other; what one puts elsewhere may call for later ones."""
        spans, left, at = clause.spans, self.waited_for(clause.known.signs), 0
        while left:
            at += (left & -left).bit_length()
            one = self.passes[at - 1]
            if one.asked is None or not one.asked.isdisjoint([each.metric for each in clause.found.wanted]):
                one.read(clause)
            if clause.spans is spans:
                left >>= (left & -left).bit_length()
            else:
                spans, left = clause.spans, self.waited_for(clause.known.signs) >> at
