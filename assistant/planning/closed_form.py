"""The form of a plan with no more in it than a question could mean, for models with little room and small wits.

Servers that keep to a form by a grammar then write plans of words that exist. Metrics, names and periods are those that
are near the question, and where every word of it was understood, those that it says; a part that the question has no
words for is not in the form. What comes back is checked as ever.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning import agreement
from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.proposal import COMPARED, LIMITS, ProposedPlan
from assistant.planning.words import Role

PLENTY = 8000
"""From so many tokens on a window has room for everything."""

NEEDED, OF_A_METRIC = 1000, 60
"""About how many tokens the rest of a question takes, answer and repair included, and how many each metric takes."""

FEWEST = 4
A_COUPLE = 2
"""So many breakdowns, filters and names are in a list where nothing tells how many are meant."""

Shape = dict[str, Any]
"""A part of a JSON schema."""


def is_small(window: int) -> bool:
    """Whether a window, in tokens, has no room for everything; 0 has."""
    return 0 < window < PLENTY


def metrics_for(window: int) -> int:
    """How many metrics a small window has room for."""
    return max(FEWEST, (window - NEEDED) // OF_A_METRIC)


@dataclass(frozen=True)
class Closed:
    """What a question could mean: its parts, the metrics and the names near it, and the question it leans on, or ""."""

    here: Here
    pieces: tuple[Parts, ...]
    near: tuple[str, ...]
    nearest_names: Mapping[str, Sequence[str]]
    before: str

    @property
    def is_understood(self) -> bool:
        """Whether every word is, so that nothing is meant which it does not say."""
        return not self.before and not any(one.unknown for one in self.pieces)

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics it could ask for."""
        said = tuple(dict.fromkeys(one.metric for piece in self.pieces for one in piece.wanted))
        return said if said and self.is_understood else self.near

    @property
    def names(self) -> dict[str, list[str]]:
        """The names it could say, by dimension."""
        if not self.is_understood:
            return {dimension: list(labels) for dimension, labels in self.nearest_names.items()}
        said: dict[str, list[str]] = {}
        for one in (one for piece in self.pieces for named in piece.named for one in named.readings if one.is_whole):
            said.setdefault(one.dimension, []).append(one.label)
        return {dimension: list(dict.fromkeys(labels)) for dimension, labels in said.items()}

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The breakdowns it could ask for, as far as one of the metrics has them."""
        said = {one for piece in self.pieces for grouping in piece.groupings for one in grouping.dimensions}
        known = said if self.is_understood else set(DIMENSIONS)
        return tuple(one for one in DIMENSIONS if one in known and self._has(one))

    def _has(self, dimension: str) -> bool:
        return any(dimension in self.here.catalogue[one].by for one in self.metrics)

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods it says, or the question before it."""
        found = find_periods(f"{self.before} {self.here.text}".strip(), self.here.today, self.here.calendar)
        return tuple(dict.fromkeys(one.text for one in found))

    def form(self) -> Shape:
        """The form as JSON schema."""
        queries = _list(_object(dict(self._parts())), at_least=1, at_most=max(1, len(self.pieces)))
        return {"title": ProposedPlan.__name__, **_object({"queries": queries})}

    def _parts(self) -> Iterator[tuple[str, Shape]]:
        asked = max((len({one.metric for one in piece.wanted}) for piece in self.pieces), default=0)
        yield "metrics", _list(_one_of(self.metrics), at_least=1, at_most=max(1, asked))
        if self.dimensions:
            most = min(A_COUPLE, len(self.dimensions))
            yield "by", _list(_one_of(self.dimensions), at_least=int(self.is_understood), at_most=most)
        if self.names:
            denied = not self.is_understood or any(one.negated for piece in self.pieces for one in piece.named)
            rows = [_rows(field, labels, may_be_left_out=denied) for field, labels in self.names.items()]
            yield "where", _list({"anyOf": rows}, at_least=int(self.is_understood))
        if self.periods:
            yield "period", _one_of(self.periods if self.is_understood else ["", *self.periods])
        yield from self._ends()

    def _ends(self) -> Iterator[tuple[str, Shape]]:
        """Comparisons, limits, ends of a ranking and reasons."""
        has_number = agreement.has_numbers(self.here)
        if len(self.periods) > 1 or any(one.mark(*agreement.COMPARING) or one.relatives for one in self.pieces):
            yield "compared_with", _one_of(["", *COMPARED, *self.periods])
        if has_number:
            limit = {"op": _one_of([one.value for one in LIMITS]), "value": {"type": "number"}}
            yield "limit", {"anyOf": [{"type": "null"}, _object(limit)]}
        if has_number or any(one.rankings for one in self.pieces):
            yield "first", _one_of(["", "highest", "lowest"])
            yield "how_many", {"anyOf": [{"type": "null"}, {"type": "integer"}]}
        if any(one.mark(Role.WHY) for one in self.pieces):
            yield "why", {"type": "boolean"}


def _rows(field: str, labels: Sequence[str], *, may_be_left_out: bool) -> Shape:
    names = {"field": _one_of([field]), "names": _list(_one_of(labels), at_least=1)}
    return _object({**names, "leave_out": {"type": "boolean"}} if may_be_left_out else names)


def _one_of(words: Sequence[str]) -> Shape:
    return {"type": "string", "enum": list(words)}


def _list(of: Shape, *, at_least: int = 0, at_most: int = A_COUPLE) -> Shape:
    return {"type": "array", "items": of, "minItems": at_least, "maxItems": at_most}


def _object(properties: Shape) -> Shape:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
