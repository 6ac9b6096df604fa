"""What leaves the house of cost: no cell that rests on a few people, and no total over such a cell.

The rule looks at one answer at a time and keeps no memory: the same question always gives the same answer.
A cell is a total over the projects inside it, so a small project hides its client and everything above.

Its limits: someone who sees hours by person and the monthly cost of many projects can work out rates by least
squares, and the cost of two periods that differ by a month in which few worked gives that month. For firms that
mind, the setting `cost_for_project_managers = "blended"` prices cost at the agency's average rate, which gives
nothing to work out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.metrics.definition import Kind
from assistant.result import Explanation, Group, Key, Result
from assistant.verification import Verified

if TYPE_CHECKING:
    import pandas as pd

    from assistant.permissions.authorise import AuthorisedQuery


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


def release(verified: Verified, authorised: "AuthorisedQuery") -> Verified:
    """The verified result with the cells hidden that rest on too few people; verification comes first.

    What stands beside a cost and tells of nobody's pay, such as what was invoiced, is shown as it is when asked alone.
    """
    result, below = verified.result, authorised.suppress_below
    if below is None:
        return verified
    in_sums = authorised.in_sums
    told = tuple(one.name in in_sums for one in result.metrics)
    now = _hidden(result, below, in_sums, before=False)
    earlier = _hidden(result, below, in_sums, before=True)
    groups = tuple(
        _with_hidden(group, told, now=place in now.rows, before=place in earlier.rows)
        for place, group in enumerate(result.groups)
    )
    total = _with_hidden(result.total, told, now=now.total, before=earlier.total)
    shown = replace(result, groups=groups, total=total)
    known = _hidden(result.earlier.result, below, in_sums, before=False).total if result.earlier else earlier.total
    explanation = result.explanation and _explained(result.explanation, shown, hidden=now.total or known)
    return replace(verified, result=replace(shown, explanation=explanation))


def _explained(made: Explanation, result: Result, *, hidden: bool) -> Explanation:
    """The explanation without the parts of every group that is hidden in either period; those of all hidden, too.

    A part added to an end that is shown would tell the other. What one group does to a ratio depends on the sums
    over all groups, so that none is told where these are hidden.
    """
    shown = {one.key for one in result.groups if not any(cell.hidden for cell in (*one.cells, *one.before))}
    parts = tuple(replace(one, value=None) for one in made.parts) if hidden else made.parts
    if hidden and any(one.name == made.metric and one.kind is Kind.RATIO for one in result.metrics):
        shown = set()
    return replace(made, parts=parts, drilled=tuple(one for one in made.drilled if one.key in shown))


def _hidden(result: Result, below: int, in_sums: Collection[str], *, before: bool) -> Suppressed:
    slices = result.slices_before if before else result.slices
    told = [frame for name, frame in slices.items() if name in in_sums]
    fewest = _fewest_by_key(told, result.query.by)
    everyone = _fewest_by_key(told, ()).get((), 0)
    return suppress([fewest.get(group.key, 0) for group in result.groups], everyone, below)


def _fewest_by_key(slices: "Iterable[pd.DataFrame]", by: Sequence[str]) -> dict[Key, int]:
    """How many people the smallest project inside each cell rests on.

    A client's cost is a total over its projects', and all cost is one over every client's: where a project rests
    on one person, what stands above it would give that person away to whoever asks for the rest as well.
    """
    people: dict[tuple[Key, str], set[str]] = {}
    for frame in slices:
        if not {"person_id", "project_id"} <= set(frame.columns):
            continue
        columns = ["person_id", "project_id", *(f"by_{name}" for name in by)]
        worked = frame.loc[frame["person_id"].notna(), list(dict.fromkeys(columns))].drop_duplicates()
        for person, project, *parts in zip(*(worked[name] for name in columns), strict=True):
            key = tuple(part if isinstance(part, str) else None for part in parts)
            people.setdefault((key, project), set()).add(person)
    fewest: dict[Key, int] = {}
    for (key, _), found in people.items():
        fewest[key] = min(fewest.get(key, len(found)), len(found))
    return fewest


def _with_hidden(group: Group, told: Sequence[bool], *, now: bool, before: bool) -> Group:
    """The group with its cells hidden where they must be; `told` says of which metrics they can be."""
    cells = zip(group.cells, told, strict=True)
    earlier = zip(group.before, told, strict=True) if group.before else ()
    return replace(
        group,
        cells=tuple(replace(cell, hidden=now and one) for cell, one in cells),
        before=tuple(replace(cell, hidden=before and one) for cell, one in earlier),
    )
