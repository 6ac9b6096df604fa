"""Who is one thing at one time and another at another: "who was overbooked last week but is free next week"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning.lacking import MAY_BE_NEGATIVE
from assistant.query import Comparison, OfThose, Query, Some, Threshold

Stopped = Clarification | NoData | Unsupported

_OF_THE_SAME = re.compile(
    r"^(?:who|which (?:people|person|teams?|[a-z]+s)|(?:is|was|are|were) (?:anyone|anybody|someone|somebody))\b"
    r"(?:(?!\b(?:and|or|but)\b)[^?])*?,? (?:but|yet|and)(?: then)? (?:(?:is|are|was|were|has|have|had|will be) "
    r"(?!there\b)|(?<=but )(?!who\b|which\b|how\b|what\b))(?:(?!\b(?:and|or|but|who|which|how|what)\b)[^?])*\W*$",
    re.IGNORECASE,
)
"""What comes after "but is" is asked of those that were asked for first; "and who is free" is asked anew."""

_SOME = Threshold(Comparison.MORE, Fraction(0))
PAIR = 2


def told(planned: Sequence[Query | Stopped], said: str) -> list[Query | Stopped]:
    """The queries of one question, the second asked only of those that the first one finds where it is said so."""
    if len(planned) == PAIR and _OF_THE_SAME.match(said):
        first, second = planned
        if isinstance(first, Query) and isinstance(second, Query) and _can_be_both(first, second):
            found = Some(first.metrics[0], first.period, first.where)
            return [replace(second, of_those=OfThose(first.by[0], (found,)))]
    return list(planned)


def _can_be_both(first: Query, second: Query) -> bool:
    """Whether both ask who has some of one measure, which is told in one sum and never below nothing."""
    [metric, *more] = [METRICS[one] for one in first.metrics]
    is_plain = first.having == second.having == _SOME and len(first.by) == 1 and first.by == second.by
    return (
        is_plain
        and not more
        and metric.kind is Kind.SUM
        and metric.name not in MAY_BE_NEGATIVE
        and not (first.of_those or second.of_those or first.against or second.against or first.limit or second.limit)
    )
