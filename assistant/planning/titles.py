"""Job titles as people say them.

Designers are those with that title, in which others may end as well. Project managers of whom their own time is asked
are those called so or, if nobody is, those who manage.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.planning.here import Here
from assistant.planning.misunderstandings import said_one_after_another
from assistant.planning.parts import Grouping, Named, Parts, Wanted
from assistant.planning.reading_managers import ROLES
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import COUNTED, Role
from assistant.query import Query

TITLE = "job_title"
NOWHERE = (0, 0)
"""The place of names that are meant and stand nowhere in the text: all of them are."""


def titled_so(named: Named, readings: Sequence[NameWord]) -> tuple[NameWord, ...]:
    """All the titles of what is meant without being written: project managers, whatever theirs are called."""
    return tuple(readings) if named.span == NOWHERE else ()


def noted(query: Query, here: Here) -> Query:
    """As in "which designers are free", where some are senior designers: a title of its own, and not among them."""
    meant = {one for where in query.where if where.field == TITLE and not where.negated for one in where.names}
    others: list[str] = []
    for title in sorted(meant):
        several = re.search(rf"\b{re.escape(title)}s\b", here.text, re.IGNORECASE)
        others += [one.label for one in _ending(key(title), here) if several and one.label not in meant]
    if not others:
        return query
    are = "is a job title of its own" if len(others) == 1 else "are job titles of their own"
    note = f"{said_one_after_another(others, 'and')} {are}, and not counted here."
    return replace(query, understood=f"{query.understood} {note}".strip())


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
    if role == "owner" and piece.wanted and all(COUNTED.get(one.metric) == "task" for one in piece.wanted):
        # Tasks are owned by whoever they are assigned to, and deals by those who sell them.
        theirs = tuple(replace(one, dimensions=("person",)) if one is rows else one for one in piece.groupings)
        return replace(piece, groupings=theirs)
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


def for_a_deal(piece: Parts) -> Parts:
    """As in "if the Acme deal closes, do we have the developers": whether the hours of that title are there for it."""
    kinds = {word.dimension for one in piece.named for word in one.readings if word.is_whole}
    asks = not piece.wanted or piece.mark(Role.WHAT_IF, Role.YES_OR_NO)
    if kinds != {TITLE, "deal"} or not asks or any(one.metric not in STAFFED for one in piece.wanted):
        return piece
    rest = [one for one in piece.marks if one.role not in (Role.WHAT_IF, Role.YES_OR_NO) and one.said != "it"]
    rows = [one for one in piece.groupings if one.dimensions != ("person",)]
    if rest or rows or any(one.text.casefold() not in CLOSES for one in piece.unknown):
        return piece
    title = next(one for one in piece.named if any(word.dimension == TITLE for word in one.readings))
    return replace(piece, wanted=(Wanted(title.at, "capacity_gap", "do we have"),), unknown=(), marks=(), groupings=())


STAFFED = frozenset({"headcount", "won_deals"})
"""What "do we have the developers" and "if we win it" are by themselves."""

CLOSES = frozenset({"close", "closes", "closed", "lands", "land", "signs", "signed", "win", "won"})
