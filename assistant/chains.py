"""Chains of factors: what a number is a product of, and what it comes to in every world of its factors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from assistant import shapley
from assistant.agency.units import RATE_SCALE
from assistant.metrics.explained import Component
from assistant.result import Key

Ends = tuple[int, int]
"""A quantity in the earlier period and in the later one."""


@dataclass(frozen=True)
class Group:
    """What one person did on one project: its component, the key it is told under, and the links of its chain.

    The first link is an amount, each of the others a ratio to the quantity before it; the last quantity is money in
    the base currency (or seconds).
    """

    component: Component
    person: str | None
    key: Key
    factors: tuple[str, ...]
    links: tuple[Ends, ...]

    def as_one(self, factor: str) -> "Group":
        """The same as one amount, moved by one factor."""
        return replace(self, factors=(factor,), links=(self.ends,))

    @property
    def ends(self) -> Ends:
        """What it comes to in both periods."""
        return self.links[-1]

    @property
    def is_broken(self) -> bool:
        """Whether something stands over nothing in either period, so that there is no ratio."""
        return any(not all(links[:-1]) and links[-1] for links in zip(*self.links, strict=True))

    @property
    def is_in_base_currency(self) -> bool:
        """Whether its money was that of the base currency all along, which no rate of exchange moves."""
        return all(base == own * RATE_SCALE for own, base in zip(*self.links[-2:], strict=True))

    def worlds(self) -> list[int]:
        """Its value in every world of its factors."""
        amounts = tuple((one, 1) for one in self.links[0])
        chain = [amounts, *(_ratios(above, below) for above, below in zip(self.links[1:], self.links, strict=False))]
        made = []
        for choice in product((0, 1), repeat=len(chain)):
            top = bottom = 1
            for link, later in zip(chain, reversed(choice), strict=True):
                top, bottom = top * link[later][0], bottom * link[later][1]
            made.append(top // bottom)
        return made


def _ratios(above: Ends, below: Ends) -> tuple[tuple[int, int], ...]:
    """A link in both periods; in one without it, that of the other."""
    links = [(one, under) if under else None for one, under in zip(above, below, strict=True)]
    earlier, later = links
    return (earlier or later or (0, 1), later or earlier or (0, 1))


@dataclass(frozen=True)
class Sides:
    """Both sides of a ratio in every world of all factors that moved, by key."""

    factors: tuple[str, ...]
    unmoved: tuple[str, ...]
    above: Mapping[Key, Sequence[int]]
    below: Mapping[Key, Sequence[int]]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "Sides":
        """Add up what each group comes to, its own factors read out of all."""
        worlds: dict[tuple[Component, tuple[str, ...], Key], list[int]] = {}
        for group in groups:
            at = (group.component, group.factors, group.key)
            mine = group.worlds()
            worlds[at] = [a + b for a, b in zip(worlds[at], mine, strict=True)] if at in worlds else mine
        names = tuple(dict.fromkeys(name for _, factors, _ in worlds for name in factors))
        moved = tuple(name for name in names if any(_moves(name, at[1], one) for at, one in worlds.items()))
        above: dict[Key, list[int]] = {}
        below: dict[Key, list[int]] = {}
        for (component, factors, key), mine in worlds.items():
            local = [_read_out(world, moved, factors) for world in range(1 << len(moved))]
            if component.above:
                _add(above, key, [component.above * mine[one] for one in local])
            if component.below:
                _add(below, key, [mine[one] for one in local])
        return cls(moved, tuple(name for name in names if name not in moved), above, below)

    def bottoms(self) -> list[int]:
        """The denominator of every world."""
        return [sum(of_key) for of_key in zip(*self.below.values(), strict=True)]


def _moves(name: str, factors: Sequence[str], worlds: Sequence[int]) -> bool:
    """Whether any world is another one with the later value of a factor."""
    if name not in factors:
        return False
    at = factors.index(name)
    return any(worlds[one] != worlds[one | 1 << at] for one in shapley.without(at, len(factors)))


def _read_out(world: int, moved: Sequence[str], factors: Sequence[str]) -> int:
    """The world of some factors within that of all; what does not move is as it was."""
    return sum(1 << at for at, name in enumerate(factors) if name in moved and world >> moved.index(name) & 1)


def _add(to: dict[Key, list[int]], key: Key, worlds: list[int]) -> None:
    to[key] = [a + b for a, b in zip(to[key], worlds, strict=True)] if key in to else worlds


def told_together(group: Group, name: str) -> Group:
    """A group of the denominator as one amount: where a world would have none, its factors have no parts."""
    return group.as_one(name) if group.component.below else group
