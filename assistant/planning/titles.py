"""Job titles as people say them: designers of every rank, and whoever manages projects, whose time is their own."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Named, Parts, Wanted
from assistant.planning.reading_managers import ROLES
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import Role

TITLE = "job_title"
NOWHERE = (0, 0)
"""The place of names that are meant and stand nowhere in the text: all of them are."""

_OF_ONE = ("job title", "title")


def of_all_ranks(named: Named, readings: Sequence[NameWord], here: Here) -> tuple[NameWord, ...]:
    """As in "which designers are free", where some are senior designers: all titles that end so; one as it is written.

    "Job title Designer", or "Designer" with the capital of a name, is that title alone.
    """
    if named.span == NOWHERE:
        return tuple(readings)
    if len(readings) != 1 or readings[0].dimension != TITLE or not readings[0].is_whole:
        return ()
    start = named.span[0]
    before = here.text[:start].rstrip().casefold()
    if (start and named.text == readings[0].label) or before.endswith(_OF_ONE):
        return ()
    return _ending(key(readings[0].label), here)


def _ending(said: tuple[str, ...], here: Here) -> tuple[NameWord, ...]:
    """The job titles whose last words these are, that itself first."""
    titles = {one.id: one for one in here.vocabulary.labels if one.dimension == TITLE}
    found = [one for one in titles.values() if key(one.label)[-len(said) :] == said]
    return tuple(sorted(found, key=lambda one: (len(key(one.label)), one.label)))


def of_managers(piece: Parts, here: Here) -> Parts:
    """As in "utilization of each project manager": of people, those who are called so or, if nobody is, who manage.

    What can be told of the projects or clients they manage stays told so: "revenue by project manager".
    """
    rows = next((one for one in piece.groupings if one.dimensions[:1] and one.dimensions[0] in ROLES), None)
    if rows is None:
        return piece
    role = rows.dimensions[0]
    if piece.mark(Role.HOW_MANY) and not piece.wanted and len(piece.groupings) == 1:
        piece = replace(piece, wanted=(Wanted(rows.at, "headcount", "headcount"),))
    metrics = [here.catalogue[one.metric] for one in piece.wanted if one.metric in here.catalogue]
    if not metrics or any("person" not in one.by or role in one.by for one in metrics):
        return piece
    people = _ending(key(role.replace("_", " ")), here) or _who_manage(role, here)
    if not people:
        return piece
    alone = piece.mark(Role.HOW_MANY, Role.AVERAGE) or any(one.name in ("headcount", "fte") for one in metrics)
    told = () if alone else (Grouping(rows.at, ("person",), is_one=rows.is_one, is_subject=rows.is_subject),)
    others = tuple(one for one in piece.groupings if one is not rows and one.dimensions[:1] != ("person",))
    noun = role.replace("_", " ")
    named = Named(rows.at, noun, NOWHERE, people, dimension=people[0].dimension)
    return replace(piece, groupings=(*told, *others), named=(*piece.named, named))


def _who_manage(role: str, here: Here) -> tuple[NameWord, ...]:
    addresses = {one.id.casefold() for one in here.view.named(role)}
    rows = here.view.rows("people", ("person_id", "email")).to_pylist() if addresses else ()
    found = [one["person_id"] for one in rows if (one["email"] or "").casefold() in addresses]
    return tuple(NameWord("person", one, here.view.label("person", one)) for one in found)
