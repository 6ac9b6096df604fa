"""Reads the words for a breakdown that nothing here has, where they stand after "by": "hours by work package"."""

from collections.abc import Sequence

from assistant.planning import nearest_rows
from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark
from assistant.planning.vocabulary import MetricWord, NameWord
from assistant.planning.words import Role

ASKING = (Role.OVER_BUDGET, Role.IS_OK)
"""Closed words that ask for a metric without naming it."""


def standing(clause: Clause, noun: int) -> Sequence[int]:
    """The places of such words from one on; none where they are what something is called, or nothing is measured."""
    is_called_so = any(one.is_whole for one in clause.span(noun).all(NameWord))
    asks = any(span.one(MetricWord) or span.role(*ASKING) for span in clause.spans)
    if is_called_so or not asks:
        return ()
    runs = (range(noun, noun + size) for size in range(nearest_rows.MOST_WORDS, 0, -1))
    said = (one for one in runs if one[-1] < len(clause.spans))
    return next((one for one in said if nearest_rows.is_noun(" ".join(clause.said(at) for at in one))), ())


def asked_for(clause: Clause, noun: int | None) -> Sequence[int]:
    """The same after "which": "which phases are over estimate"."""
    return standing(clause, noun) if noun is not None and not clause.spans[noun].is_known else ()


def told(clause: Clause, at: int, strange: Sequence[int]) -> None:
    """Marks such words, and the "by" or "which" before them, as a breakdown that there is not."""
    clause.use(at, *strange)
    said = " ".join(clause.said(one) for one in strange)
    clause.found.marks.append(Mark(at, Role.UNMEASURED, "breakdown", said))


ROWS_IN_PHRASES = {"projects": "project", "clients": "client", "budgets": "budget"}


def in_a_phrase(clause: Clause, at: int | None) -> str:
    """The rows of "which projects cost us the most", where "projects cost" is one phrase for what is asked."""
    span = clause.span(at)
    if at is None or span.one(MetricWord) is None or len(span.places) == 1:
        return ""
    return ROWS_IN_PHRASES.get(clause.first_token(at).text.casefold(), "")
