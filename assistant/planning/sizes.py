"""What "biggest" means of a client or a project: a size of its own, whatever else is asked about it."""

from dataclasses import replace

from assistant.metrics.definition import Kind, Metric, Timing
from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification
from assistant.planning import misunderstandings
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Parts, Ranking, Wanted
from assistant.planning.words import End, Role

SIZES = frozenset({"biggest", "largest", "smallest", "big", "the biggest", "the largest", "the smallest"})
"""Said of a thing and not of a number: "the margin of our biggest client"."""

OF_WORK = ("client", "project", "budget")
IN_A_PERIOD, AS_OF_A_DAY = "revenue", "budget_total"
"""By what work is big: what it earned in a period, or what was agreed on by a day."""


def told(piece: Parts, here: Here) -> Parts:
    """The parts with the size a thing is ranked by, before what is asked of it, so that both stand in one table.

    Amounts rank by themselves: "revenue of our biggest client" is that of the client with the most revenue.
    """
    found = _sized(piece, here)
    if found is None:
        return piece
    _, _, size = found
    if size is None:
        return piece
    return replace(piece, wanted=(Wanted(piece.wanted[0].at, size, size.replace("_", " ")), *piece.wanted))


def unsaid(piece: Parts, here: Here) -> Clarification | None:
    """Asked where nothing tells the size of what is ranked: "utilization of the biggest team"."""
    found = _sized(piece, here)
    if found is None or found[2] is not None:
        return None
    ranking, row, _ = found
    metric = here.catalogue[piece.wanted[0].metric]
    noun = DIMENSIONS[row.dimensions[0]].noun
    end = "lowest" if ranking.end is End.LOW else "highest"
    options = [f"{metric.title} by {noun}, {end} first?", f"{metric.title} by {noun}?"]
    return misunderstandings.size_of_what(ranking.said, noun, options)


def _sized(piece: Parts, here: Here) -> tuple[Ranking, Grouping, str | None] | None:
    """The word for a size, the noun it stands before, and the metric that tells the size; None without such a word."""
    ranking = next((one for one in piece.rankings if one.said in SIZES), None)
    row = _after(ranking, piece) if ranking else None
    metrics = [here.catalogue[one.metric] for one in piece.wanted if one.metric in here.catalogue]
    if ranking is None or row is None or not metrics or any(_is_a_size(one) for one in metrics):
        return None
    if any(one.is_default for one in piece.rankings):  # "biggest client by margin" says by what
        return None
    if piece.mark(Role.SHARE) or len(metrics) != len(piece.wanted):
        return None
    return ranking, row, _size(row.dimensions[0], metrics, here)


def _after(ranking: Ranking, piece: Parts) -> Grouping | None:
    """The noun right after the word, with nothing but a number or an adjective in between."""
    near = [one for one in piece.groupings if one.dimensions and 0 < one.at - ranking.at <= len(("number", "noun"))]
    return near[0] if near else None


def _is_a_size(metric: Metric) -> bool:
    """An amount that is added up; what is more of it is bigger."""
    return metric.kind is Kind.SUM


def _size(dimension: str, metrics: list[Metric], here: Here) -> str | None:
    if dimension not in OF_WORK:
        return None
    is_state = {one.timing is Timing.STATE for one in metrics}
    if len(is_state) > 1:
        return None
    size = AS_OF_A_DAY if True in is_state else IN_A_PERIOD
    by = here.catalogue[size].by if size in here.catalogue else ()
    return size if size in here.vocabulary.askable and dimension in by else None
