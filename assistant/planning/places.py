"""At which place something stands among others: "is Acme in our top 5 clients", "where does Acme rank by margin"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.planning.parts import Parts
from assistant.planning.words import Role
from assistant.query import Filter, Query

SIGNS = frozenset({Role.YES_OR_NO, Role.PLACE})


def asked(parts: Parts, where: Sequence[Filter], by: Sequence[str]) -> Filter | None:
    """Those whose place is asked for; None where a name only says of which rows, as in "Acme's biggest project"."""
    ranked = any(not one.is_default for one in parts.rankings)
    if not ranked or not parts.named or not parts.mark(*SIGNS) or parts.mark(Role.WHY, Role.SHARE) or len(by) > 1:
        return None
    fields = by or [one.field for one in where if not one.negated][:1]
    return next((one for one in where if [one.field] == [*fields] and not one.negated), None)


def told(query: Query, parts: Parts, placed: Filter | None) -> Query:
    """The query with all the rows, among which those named have their place; the first is what is "the highest"."""
    if placed is None:
        return query
    picks = any(not (one.is_default or one.sorts) for one in parts.rankings) and parts.mark(Role.YES_OR_NO)
    first = 1 if picks and not any(one.role is Role.PLACE for one in parts.marks) else None
    return replace(query, placed=placed, limit=query.limit or first)


def side_by_side(parts: Parts, where: Iterable[Filter]) -> tuple[str, ...]:
    """Names that are compared have a row each."""
    if not any(one.role is Role.COMPARE and one.value == "names" for one in parts.marks):
        return ()
    return tuple(one.field for one in where if len(one.ids) > 1)


def kept(new: Query, old: Query) -> Query:
    """As in "and last year", "and Globex", after the place of somebody: theirs, or that of the one named now."""
    if old.placed is None or new.by != old.by or new.placed or not new.order:
        return new
    other = next((one for one in new.where if one.field == old.placed.field and not one.negated), None)
    return replace(new, placed=other or old.placed, where=tuple(one for one in new.where if one is not other))
