"""Which kind of leave a word means, as the house calls it, and what it calls a leave that is none."""

from collections import Counter
from collections.abc import Mapping, Sequence

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
from assistant.planning.words import phrases

Stopped = Clarification | NoData | Unsupported

CALLED: Mapping[str, tuple[str, ...]] = {
    "vacation": phrases("""
        urlaub, jahresurlaub, erholungsurlaub, ferien, holidays, time off, congés, congés payés, vacances, vacaciones,
        vakantie, verlof, ferie, urlop, dovolená, dopust, godišnji odmor, godišnji, semester, férias
    """),
    "sick": phrases("""
        krank, krankheit, krankenstand, krankmeldung, maladie, arrêt maladie, enfermedad, baja, ziek, ziekte, malattia,
        chorobowe, nemoc, bolniška, bolovanje, sjuk, sygdom, sairaus
    """),
    "parental": phrases("elternzeit, mutterschutz, congé parental, ouderschapsverlof, föräldraledig, barsel"),
    "unpaid": phrases("unbezahlter urlaub, unbezahlt, sans solde, onbetaald"),
    "remote": phrases("homeoffice, mobiles arbeiten, télétravail, thuiswerken, teletrabajo"),
}
"""What agencies elsewhere call these kinds of leave; people ask for them in English."""


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
    return _called("vacation", here)


def _called(kind: str, here: Here) -> tuple[NameWord, ...]:
    """The categories of absence that are of one kind of leave, by what they are called in English or elsewhere."""
    visible = [one for one in here.vocabulary.labels if one.dimension == "category"]
    for said in (words_of_values.LEAVE_KINDS[kind], CALLED.get(kind, ())):
        wanted = {key(one) for one in said}
        found = tuple(one for one in visible if any(part in wanted for part in _runs(key(one.label))))
        if found:
            return found
    return ()


AT_WORK = "remote"
"""The kind of leave that is none where it leaves whoever takes it at work, as it does by default."""

OF_LEAVE = ("absence_", "pending_absence_")


def _of_a_word(named: Named, here: Here) -> tuple[NameWord, ...] | Clarification | NoData:
    """The absence category a word for a leave means; where reasons are hidden, the word itself, to be refused."""
    category = [one for one in named.readings if one.dimension == "category"]
    if category:
        return tuple(category)
    found = _called(named.leave, here)
    if found:
        return found
    hidden = here.view.grants[Sensitivity.HR].scope is Scope.NONE
    if hidden or not here.view.rows("absences", ("category",)).num_rows:  # refused, or told that there are none at all
        return (NameWord("category", named.text, named.text),)
    return misunderstandings.not_found(named.text, [here.instead(named.span, one) for one in _known(here)])


MOST_OFFERED = 3


def _known(here: Here) -> list[str]:
    """What leaves are called here, the most common first."""
    said = Counter(one for one in here.view.rows("absences", ("category",)).column("category").to_pylist() if one)
    return [one for one, _ in said.most_common(MOST_OFFERED)]


def _runs(words_of_it: tuple[str, ...]) -> list[tuple[str, ...]]:
    length = len(words_of_it)
    return [words_of_it[first:last] for first in range(length) for last in range(first + 1, length + 1)]


def _no_absence(kind: str, suggestions: Sequence[str]) -> Unsupported:
    """As in "who works from home next week": whoever does is there, and no leave of that kind is ever counted."""
    return Unsupported(
        f"“{kind}” takes nobody's time away, so that it is no absence here and its days are not counted.",
        suggestions=tuple(suggestions),
    )
