"""Parts of a change: the mean over every order in which the factors may have changed."""

from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from assistant.shapley import parts, parts_of_ratio

numbers = st.integers(-1000, 1000)
games = st.integers(0, 4).flatmap(lambda size: st.lists(numbers, min_size=1 << size, max_size=1 << size))
positive = st.integers(1, 1000)


def by_every_order(worlds: list[int] | list[Fraction], factors: int) -> list[Fraction]:
    """Straight from the definition."""
    found = [Fraction(0)] * factors
    orders = list(permutations(range(factors)))
    for order in orders:
        world = 0
        for factor in order:
            found[factor] += Fraction(worlds[world | 1 << factor] - worlds[world]) / len(orders)
            world |= 1 << factor
    return found


def test_hours_and_rate_share_what_they_did_together() -> None:
    """
    rate 10 -> 12, hours 100 -> 90: the bits are hours and rate
    """
    assert list(parts([1000, 900, 1200, 1080])) == [Fraction(-110), Fraction(190)]


@given(games)
def test_the_weights_are_those_of_every_order(worlds: list[int]) -> None:
    assert list(parts(worlds)) == by_every_order(worlds, len(worlds).bit_length() - 1)


@given(games)
def test_parts_add_up_and_are_negated_when_time_runs_backwards(worlds: list[int]) -> None:
    assert sum(parts(worlds)) == worlds[-1] - worlds[0]
    assert [-one for one in parts(worlds[::-1])] == list(parts(worlds))


@given(st.lists(st.tuples(*[st.tuples(numbers, positive)] * 8), min_size=1, max_size=4))
def test_parts_of_a_ratio_are_those_of_every_order_and_keys_add_up(keys: list[tuple[tuple[int, int], ...]]) -> None:
    above = {place: [top for top, _ in one] for place, one in enumerate(keys)}
    below = {place: [bottom for _, bottom in one] for place, one in enumerate(keys)}
    ratios = [
        Fraction(sum(one[world] for one in above.values()), sum(one[world] for one in below.values()))
        for world in range(8)
    ]
    found = parts_of_ratio(above, below)
    assert [sum(one.values()) for one in found] == by_every_order(ratios, 3)


def test_half_of_what_both_sides_did_is_each_sides() -> None:
    """
    20 of 40 hours -> 24 of 32: hours (4/40 + 4/32) / 2, capacity the rest of the 25 points
    """
    hours, capacity = parts_of_ratio({(): [20, 24, 20, 24]}, {(): [40, 40, 32, 32]})
    assert hours == {(): Fraction("0.1125")}
    assert capacity == {(): Fraction("0.1375")}
