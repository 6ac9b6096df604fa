"""The words for a question about what is not measured, and what is measured that comes nearest."""

from collections.abc import Sequence

from assistant.metrics.definition import Metric
from assistant.outcome import NoData, Unsupported
from assistant.planning import misunderstandings


def not_measured(words: str, near: Sequence[Metric], suggestions: Sequence[str]) -> Unsupported:
    """Something agencies ask that is not measured here yet."""
    text = f"“{words}” is not measured here yet."
    if near:
        text += f" What comes nearest is {_listed(near)}."
    return Unsupported(text, suggestions=tuple(suggestions))


def nothing_measured(measured: Sequence[Metric], suggestions: Sequence[str]) -> Unsupported:
    """Nothing in the question is something that is measured."""
    titles = misunderstandings.said_one_after_another((misunderstandings.called(one) for one in measured), "and")
    text = f"{_NOTHING} I can tell you about {titles}, for example." if measured else _NOTHING
    return Unsupported(text, tuple(suggestions))


_NOTHING = "That is not something I measure."


def says_nothing_is_measured(outcome: Unsupported | NoData) -> bool:
    """Whether it was said that nothing in the question is measured."""
    return outcome.text.startswith(_NOTHING)


def nothing_but(near: Sequence[Metric], suggestions: Sequence[str]) -> Unsupported:
    """Nothing in the question is something that is measured, and what comes nearest to it."""
    return Unsupported(f"{_NOTHING} What comes nearest is {_listed(near)}.", tuple(suggestions))


def _listed(near: Sequence[Metric]) -> str:
    return misunderstandings.said_one_after_another(misunderstandings.called(one) for one in near)
