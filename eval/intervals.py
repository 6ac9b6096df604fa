"""How sure a share is: Wilson's interval."""

from math import sqrt

CONFIDENCE_95 = 1.959964
"""Standard deviations to either side that hold 95 % of a normal distribution."""


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The share that lies behind `hits` of `tries`, with 95 % confidence: its lowest and highest value.

    Unlike the plain interval it has a width where all or none hit. Wilson 1927, JASA 22:209.
    """
    if not tries:
        return 0.0, 1.0
    share, z = hits / tries, CONFIDENCE_95
    middle = share + z * z / (2 * tries)
    spread = z * sqrt(share * (1 - share) / tries + z * z / (4 * tries * tries))
    below = 1 + z * z / tries
    return max(0.0, (middle - spread) / below), min(1.0, (middle + spread) / below)


def percent(value: float) -> str:
    """A share as it is written."""
    return f"{value * 100:.1f} %"
