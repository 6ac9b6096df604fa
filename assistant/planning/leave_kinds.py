"""Which kind of leave a word means, as the house calls it, and what it calls a leave that is none."""

from collections.abc import Sequence

from assistant.agency.tables import Sensitivity
from assistant.metrics.definition import Metric
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.permissions.policy import Scope
from assistant.planning import misunderstandings, words_of_values
from assistant.planning.examples import instead
from assistant.planning.here import Here
from assistant.planning.parts import Named
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord

Stopped = Clarification | NoData | Unsupported


def categories(named: Named, metric: Metric, here: Here) -> tuple[NameWord, ...] | Stopped:
    """What a name means, where it is a word for a leave the absence category; no kind that is never counted."""
    kept = here.view.settings.absence.keeps_availability
    of_leave = metric.name.startswith(OF_LEAVE) and not named.negated
    if of_leave and kept and named.leave == AT_WORK and not named.readings:
        return _no_absence(named.text, instead(metric, here))
    readings = _of_a_word(named, here) if named.leave else named.readings
    if not of_leave or not isinstance(readings, tuple) or not readings:
        return readings
    if all(one.dimension == "category" and one.label.casefold() in kept for one in readings):
        return _no_absence(readings[0].label, instead(metric, here))
    return readings


def is_told_of_all(named: Named, here: Here) -> bool:
    """As in "who is on holiday", asked by somebody who is told no reasons, or where none is known: of all who are away.

    That no reason is shown is said beside every answer; "sick" or "vacation days" by themselves are refused.
    """
    is_away = named.leave == "vacation" and not named.readings and named.text[:3].casefold() == "on "
    return is_away and not any(one.dimension == "category" for one in _vacations(here))


def _vacations(here: Here) -> tuple[NameWord, ...]:
    wanted = {key(one) for one in words_of_values.LEAVE_KINDS["vacation"]}
    visible = [one for one in here.vocabulary.labels if one.dimension == "category"]
    return tuple(one for one in visible if any(part in wanted for part in _runs(key(one.label))))


AT_WORK = "remote"
"""The kind of leave that is none where it leaves whoever takes it at work, as it does by default."""

OF_LEAVE = ("absence_", "pending_absence_")


def _of_a_word(named: Named, here: Here) -> tuple[NameWord, ...] | Clarification | NoData:
    """The absence category a word for a leave means; where reasons are hidden, the word itself, to be refused."""
    category = [one for one in named.readings if one.dimension == "category"]
    if category:
        return tuple(category)
    wanted = {key(one) for one in words_of_values.LEAVE_KINDS[named.leave]}
    visible = [one for one in here.vocabulary.labels if one.dimension == "category"]
    found = tuple(one for one in visible if any(part in wanted for part in _runs(key(one.label))))
    if found:
        return found
    if here.view.grants[Sensitivity.HR].scope is Scope.NONE:
        return (NameWord("category", named.text, named.text),)
    return misunderstandings.not_found(named.text, ())


def _runs(words_of_it: tuple[str, ...]) -> list[tuple[str, ...]]:
    length = len(words_of_it)
    return [words_of_it[first:last] for first in range(length) for last in range(first + 1, length + 1)]


def _no_absence(kind: str, suggestions: Sequence[str]) -> Unsupported:
    """As in "who works from home next week": whoever does is there, and no leave of that kind is ever counted."""
    return Unsupported(
        f"“{kind}” takes nobody's time away, so that it is no absence here and its days are not counted.",
        suggestions=tuple(suggestions),
    )
