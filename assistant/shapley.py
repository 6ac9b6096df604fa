"""Who moved a number how far: the Shapley value, exact, of a few factors that changed together.

A *world* is a set of factors that have their later value while all others have their earlier one; as a number, bit
i stands for factor i. A factor's part is the mean, over every order in which the factors may have changed, of what
its own change did. The parts add up to the whole change, a factor that changed nothing has part 0, and whoever
swaps earlier and later gets every part negated.

    part(f) = sum over worlds T without f of  |T|! (n - |T| - 1)! / n!  x  (value(T with f) - value(T))

    rate 10 -> 12, hours 100 -> 90:   hours  ((90-100) x 10 + (90-100) x 12) / 2 = -110
                                      rate   ((12-10) x 100 + (12-10) x 90) / 2  = +190      together 1080 - 1000
"""

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from math import factorial, lcm
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

Worlds = Sequence[int]
"""A value for each world of n factors: 2^n of them."""


@cache
def weights(factors: int) -> tuple[int, ...]:
    """In how many orders exactly so many others change before a factor; of n! in all."""
    return tuple(factorial(before) * factorial(factors - before - 1) for before in range(factors))


def without(factor: int, factors: int) -> list[int]:
    """Every world in which a factor still has its earlier value."""
    return [world for world in range(1 << factors) if not world >> factor & 1]


def parts(worlds: Worlds) -> tuple[Fraction, ...]:
    """Each factor's part of the change from the first world to the last."""
    factors = len(worlds).bit_length() - 1
    weighed = weights(factors)
    return tuple(
        Fraction(
            sum(
                weighed[world.bit_count()] * (worlds[world | 1 << factor] - worlds[world])
                for world in without(factor, factors)
            ),
            factorial(factors),
        )
        for factor in range(factors)
    )


def parts_of_ratio(above: Mapping[K, Worlds], below: Mapping[K, Worlds]) -> list[dict[K, Fraction]]:
    """Each factor's part of the change of sum(above) / sum(below), told by the keys of the summands.

    The step from one world to the next is linear in what each key adds to either side, so that keys add up:

        N'/D' - N/D  =  (N' - N) x (1/D' + 1/D) / 2  -  (D' - D) x (N' + N) / (2 D D')

    No world may have a denominator of 0.
    """
    keys = list(dict.fromkeys([*above, *below]))
    size = len(next(iter([*above.values(), *below.values()])))
    tops, bottoms = _summed(above, size), _summed(below, size)
    common = lcm(*bottoms)
    shares = [common // one for one in bottoms]
    factors = size.bit_length() - 1
    whole = 2 * common * common * factorial(factors)
    found: list[dict[K, Fraction]] = []
    for factor in range(factors):
        steps = [
            (_step(world, world | 1 << factor, tops, shares, common), world, world | 1 << factor)
            for world in without(factor, factors)
        ]
        found.append({key: Fraction(_moved(steps, above.get(key), below.get(key), factors), whole) for key in keys})
    return found


def _summed(one: Mapping[K, Worlds], size: int) -> list[int]:
    return [sum(worlds[world] for worlds in one.values()) for world in range(size)]


def _step(world: int, later: int, tops: Worlds, shares: Worlds, common: int) -> tuple[int, int]:
    """What a step weighs one more above and one more below, over 2 x common x common."""
    return (
        common * (shares[later] + shares[world]),
        (tops[later] + tops[world]) * shares[world] * shares[later],
    )


def _moved(
    steps: Sequence[tuple[tuple[int, int], int, int]], above: Worlds | None, below: Worlds | None, factors: int
) -> int:
    """What one key's share of a factor's steps comes to, over the whole."""
    weighed, total = weights(factors), 0
    for (more_above, more_below), world, later in steps:
        moved = 0
        if above is not None and above[later] != above[world]:
            moved += (above[later] - above[world]) * more_above
        if below is not None and below[later] != below[world]:
            moved -= (below[later] - below[world]) * more_below
        total += weighed[world.bit_count()] * moved
    return total
