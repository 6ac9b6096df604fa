"""Where each number in the words of an answer leads: to the rows of the whole answer, or of one row of its table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Answer
from assistant.answers.sources import Under
from assistant.figures import Figure, show
from assistant.metrics.catalogue import METRICS

TYPED = ("limit", "on_pace")
"""Figures that come from the question or from us and from no row: a limit, the pace of 1.00."""


@dataclass(frozen=True)
class Lead:
    """What a number in the words rests on: which part of the answer, and the tables to look at first."""

    figure: Figure
    under: Under
    tables: tuple[str, ...]


@dataclass(frozen=True)
class Stretch:
    """A piece of text; a number in it has a lead."""

    text: str
    lead: Lead | None = None


def stretches(answer: Answer, text: str) -> tuple[Stretch, ...]:
    """`text`, which is the answer's or one of its caveats', cut where its numbers stand.

    A number in a name or in the label of a period is part of that, and leads nowhere of its own.
    """
    said: dict[str, list[Figure]] = {}
    for figure in answer.figures:
        if figure.where[:1] != ("limit",) and figure.key not in TYPED:
            said.setdefault(show(figure, answer.locale), []).append(figure)
    pattern = _alone(said)
    if pattern is None or not answer.metrics:
        return (Stretch(text),)
    names = list(_named(answer, text))
    made, at = [], 0
    for found in pattern.finditer(text):
        if any(start <= found.start() and found.end() <= end for start, end in names):
            continue
        figure = _meant(said[found[0]], text[at : found.start()])
        made += [Stretch(text[at : found.start()]), Stretch(found[0], _lead(answer, figure))]
        at = found.end()
    return tuple(one for one in (*made, Stretch(text[at:])) if one.text)


def _alone(said: dict[str, list[Figure]]) -> re.Pattern[str] | None:
    """Any of the figures where it stands alone: the 2 of "2 of 3", and not that of "2026"."""
    words = "|".join(re.escape(one) for one in sorted(said, key=len, reverse=True))
    return re.compile(rf"(?<![\w.,])(?:{words})(?![\w%]|[.,]\d)") if words else None


def _named(answer: Answer, text: str) -> Iterator[tuple[int, int]]:
    """Where names and periods with a digit in them stand."""
    query = answer.query
    labels = {label for row in answer.table.rows for label in row.labels}
    labels |= {name for one in query.where for name in one.names} | {query.period.label}
    labels |= {query.against.period.label} if query.against else set()
    for label in labels:
        if any(char.isdigit() for char in label):
            yield from (found.span() for found in re.finditer(re.escape(label), text))


def _meant(figures: Sequence[Figure], before: str) -> Figure:
    """Of several figures that are said alike the one whose row is named in front of it, else one of no row."""
    named = [one for one in figures if one.where and all(label in before for label in one.where)]
    whole = [one for one in figures if one.where in ((), ("total",))]
    return (named or whole or list(figures))[0]


def _lead(answer: Answer, figure: Figure) -> Lead:
    key = next((row.key for row in answer.table.rows if row.key and row.labels == figure.where), None)
    name = figure.key.removesuffix("_before").removesuffix("_mean")
    tables = tuple(METRICS[name].reads) if name in METRICS else ()
    part = next((one for one in answer.parts_of_change if figure.where == (one,)), "")
    earlier = figure.key.endswith("_before") and len(answer.periods) > 1
    return Lead(figure, Under(key, part, earlier), tables)
