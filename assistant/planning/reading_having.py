"""Reads what rows are to have: "clients with a retainer and an active project", "with open deals but no retainer".

These are no rows of their own and no filter of what else is asked: each says which rows are meant (`conditions`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Grouping, Mark, Named, Unknown
from assistant.planning.passes import needs
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import ClosedWord, MetricWord, NameWord, PeriodWord
from assistant.planning.words import Role

HAVING = frozenset({"with", "have", "has", "having", "without"})
HAD = frozenset({"have", "has"})
LEADING = HAVING | {"that", "which", "who", "where"}
ROWS = (("client",), ("project",))
LACKED = frozenset({"no", "without"})
OWN = frozenset({"a", "an", "any", "that", "which", "who", "also", "both", "have", "has", "with", "at", "least", "one"})
IN_FORCE, ACTIVE = "budgets_in_force", "clients_with_active_projects"
OF_BUDGETS = frozenset({
    "budget_remaining", "budget_hours_remaining", "retainer_balance_hours", "budget_used", "budget_used_percent",
    "budget_hours_used_percent", "burn_index", "forecast_overrun",
})  # fmt: skip
IN_A_WORD = (ACTIVE, "clients_without_projects")
"""Clients of whom it is said in one phrase what projects they have: more may be said of them."""


@dataclass(frozen=True)
class Had:
    """Something that rows have, or have none of: what tells of it, of which kind it is, and how much of it."""

    metric: str
    of: str
    named: tuple[Named, ...] = ()
    none: bool = False
    bounds: tuple[Bound, ...] = ()


@needs(HAVING)
def had(clause: Clause) -> None:
    """What the rows of "clients with …" have, where it is some work of a kind; anything else is read as it stands."""
    if not clause.says(HAVING):
        return
    if clause.has(Role.OR):
        _either(clause)
        return
    for at, span in enumerate(clause.spans):
        word = span.one(MetricWord)
        if word and word.metric in IN_A_WORD:
            _said_in_a_word(clause, at, word.metric)
            return
        if dimensions_at(clause, at)[:1] in ROWS and is_plural(clause.last_token(at)):
            led = clause.tokens[span.last + 1 :][:1]
            if led and led[0].text.casefold() in LEADING:
                _each_had(clause, at, dimensions_at(clause, at)[0])
            return


def _either(clause: Clause) -> None:
    """As in "clients with a retainer or overdue invoices": one of two, which no table holds; it is not narrowed."""
    for at, _ in clause.roles(Role.OR):
        sides = [clause.before(at), clause.after(at)]
        kinds = [side is not None and _kind(clause, side) is not None for side in sides]
        measured = any(clause.span(side).one(MetricWord) for side in sides)
        rows = any(dimensions_at(clause, place)[:1] in ROWS for place in range(at))
        if any(kinds) and measured and rows:
            clause.found.unknown.append(Unknown(at, clause.said(at), clause.place_in_text(at), is_name=False))


def _said_in_a_word(clause: Clause, at: int, metric: str) -> None:
    """As in "clients with an active project and revenue over 50k": those, of whom more is said."""
    behind = clause.after(at)
    if behind is None or not clause.spans[behind].role(Role.AND):
        return
    clause.use(at)
    _each_had(clause, at, "client")
    clause.found.groupings.append(Grouping(at, ("client",), is_subject=True))
    clause.found.marks.append(Mark(at, Role.OF_SUCH, Had(metric, "client"), clause.said(at)))


def _each_had(clause: Clause, rows: int, of: str) -> None:
    items = list(_items(clause, rows))
    kinds = [_kind(clause, one[0]) for one, _ in items]
    if all(kinds) and clause.has(Role.BOTH):  # "both a retainer and a T&M budget" is told with both
        return
    words = [one.metric for span in clause.spans for one in span.all(MetricWord)]
    of_budgets = bool(OF_BUDGETS & {*words, *(one.metric for one in clause.found.wanted)})
    for places, none in items:
        if of_budgets and not none and _kind(clause, places[0]):  # what is left of it is left of the retainer
            continue
        thing = _thing(clause, places, of)
        thing = thing or (_just_a_project(clause, places) if any(kinds) and of == "client" else None)
        if thing:
            denied = [at for at in range(rows + 1, places[0]) if clause.spans[at].role(Role.NOT)] if none else []
            clause.use(*denied[-1:], *range(places[0], places[-1] + 1))
            clause.use(*(at for at, _ in clause.roles(Role.BOTH)))
            said = clause.text[clause.place_in_text(places[0])[0] : clause.place_in_text(places[-1])[1]]
            clause.found.marks.append(Mark(places[0], Role.OF_SUCH, replace(thing, none=none), said))


def _items(clause: Clause, rows: int) -> Iterator[tuple[list[int], bool]]:
    """What stands between one "and" and the next, without little words, and whether it is denied."""
    places: list[int] = []
    none = False
    for at in range(rows + 1, len(clause.spans) + 1):
        span, said = clause.span(at), clause.said(at).casefold() if at < len(clause.spans) else ""
        denied = span.role(Role.NOT) is not None
        then = rows > 0 and span.one(PeriodWord) is not None  # "revenue of clients with a retainer last quarter"
        if (
            at == len(clause.spans)
            or then
            or span.role(Role.AND, Role.BREAK, Role.BY)
            or denied
            or said in ("but", "yet")
        ):
            if places:
                yield places, none
            places, none = [], denied and said.split()[-1] in LACKED
            if then or span.role(Role.BY):
                return
        elif places and said in HAD:  # "which clients with a retainer have overdue invoices"
            yield places, none
            places, none = [], False
        elif not (span.role(Role.BOTH) or clause.is_filler(at) or set(said.split()) <= OWN):
            places.append(at)


def _thing(clause: Clause, places: list[int], rows: str) -> Had | None:
    """An agreement of a kind, or a project that is active, or on hold."""
    first, nouns = places[0], [dimensions_at(clause, at)[:1] for at in places]
    kind = _kind(clause, first)
    if kind and (len(places) == 1 or nouns[1:] in ([("project",)], [("budget",)])):
        return Had(IN_FORCE, rows, (_named(clause, first, kind),))
    said = [(at, word) for at in places if (word := clause.spans[at].role(Role.STATUS))]
    if rows != "client" or len(places) != len(("active", "projects")) or len(said) != 1 or ("project",) not in nouns:
        return None
    [(at, word)] = said
    reading = NameWord("status", str(word.value), str(word.value))
    named = Named(at, clause.said(at), clause.place_in_text(at), (reading,), dimension="status")
    return Had(ACTIVE, rows) if word.value == "active" else Had("project_count", rows, (named,))


def _just_a_project(clause: Clause, places: list[int]) -> Had | None:
    """As in "both a retainer and a project": an agreement of any other kind."""
    if [dimensions_at(clause, at)[:1] for at in places] != [("project",)]:
        return None
    other = next(at for at in range(len(clause.spans)) if _kind(clause, at))
    reading = _kind(clause, other)
    return Had(IN_FORCE, "client", (replace(_named(clause, other, reading), negated=True),)) if reading else None


def _kind(clause: Clause, at: int) -> NameWord | None:
    """The kind of agreement that a word says: a retainer, a fixed price."""
    for word in clause.span(at).all(ClosedWord):
        if word.role is Role.VALUE and isinstance(word.value, tuple) and word.value[0] == "budget_type":
            return NameWord("budget_type", word.value[1], word.value[1].replace("_", " "))
    return None


def _named(clause: Clause, at: int, reading: NameWord) -> Named:
    return Named(at, clause.said(at), clause.place_in_text(at), (reading,), dimension="budget_type")
