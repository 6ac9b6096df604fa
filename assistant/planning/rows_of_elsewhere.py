"""Reads the words for a breakdown that nothing here has, where they stand after "by": "hours by work package"."""

from collections.abc import Sequence

from assistant.planning import nearest_rows
from assistant.planning.clauses import Clause
from assistant.planning.vocabulary import MetricWord, NameWord


def standing(clause: Clause, noun: int) -> Sequence[int]:
    """The places of such words from one on; none where they are what something is called, or nothing is measured."""
    is_called_so = any(one.is_whole for one in clause.span(noun).all(NameWord))
    if is_called_so or not any(True for _ in clause.each(MetricWord)):
        return ()
    runs = (range(noun, noun + size) for size in range(nearest_rows.MOST_WORDS, 0, -1))
    said = (one for one in runs if one[-1] < len(clause.spans))
    return next((one for one in said if nearest_rows.is_noun(" ".join(clause.said(at) for at in one))), ())
