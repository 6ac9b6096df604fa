"""What leaves the house of cost: no cell that rests on a few people, and no total over such a cell.

The rule looks at one answer at a time and keeps no memory: the same question always gives the same answer.
Its limit: someone who sees hours by person and the monthly cost of many projects can work out rates by least
squares. For firms that mind, the setting `cost_for_project_managers = "blended"` prices cost at the agency's
average rate, which gives nothing to work out.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Suppressed:
    """Which cells of one answer are hidden: rows by their place, and whether the total is."""

    rows: frozenset[int] = frozenset()
    total: bool = False


def suppress(people: Sequence[int], total: int, below: int | None) -> Suppressed:
    """Hide every row that rests on 1 to `below` - 1 people, and the total over any of them.

    `people` counts, for each row of the breakdown, the distinct people with hours in it; `total` those in all
    of it. A row of nobody tells of no one's pay. None for `below` hides nothing.
    """
    if below is None:
        return Suppressed()
    rows = frozenset(place for place, count in enumerate(people) if _is_small(count, below))
    return Suppressed(rows, total=bool(rows) or _is_small(total, below))


def _is_small(people: int, below: int) -> bool:
    return 0 < people < below
