"""Queries in one line: `margin by project where client acme in 2025-03-01 2025-03-31`."""

from datetime import date

from assistant.agency.periods import Period
from assistant.outcome import Ended
from assistant.permissions.authorise import AuthorisedQuery, authorise
from assistant.permissions.view import View
from assistant.query import Against, Filter, Query
from tests.permissions.small_agency import view

MARCH = Period(date(2025, 3, 1), date(2025, 3, 31), "March 2025")
CLAUSES = ("by", "where", "except", "in", "against")


def query(line: str) -> Query:
    """The query of one line; without a period it is about March, said as "last month"."""
    clauses = {word: list[str]() for word in ("", *CLAUSES)}
    clause = ""
    for word in line.split():
        clause = word if word in CLAUSES else clause
        clauses[clause] += [] if word in CLAUSES else [word]
    earlier = _period(clauses["against"])
    return Query(
        metrics=tuple(clauses[""]),
        period=_period(clauses["in"]) or MARCH,
        by=tuple(clauses["by"]),
        where=(*_filters(clauses["where"]), *_filters(clauses["except"], negated=True)),
        against=Against(earlier) if earlier else None,
        period_said="last month",
    )


def decide(line: str, role: str, today: date | None = None, seen: View | None = None) -> AuthorisedQuery | Ended:
    """What a role is told when it asks this of the small agency."""
    return authorise(query(line), seen or view(role), today)


def told(line: str, role: str) -> str:
    """The words of the decision, after its kind; the caveats when it may be asked."""
    decided = decide(line, role)
    if isinstance(decided, AuthorisedQuery):
        return " ".join(("may ask.", *decided.notes))
    return f"{decided.kind}: {decided.text}"


def _period(words: list[str]) -> Period | None:
    if not words:
        return None
    *start, end = (date.fromisoformat(word) for word in words)
    return Period(start[0] if start else None, end, " ".join(words))


def _filters(words: list[str], *, negated: bool = False) -> tuple[Filter, ...]:
    pairs = zip(words[::2], words[1::2], strict=True)
    return tuple(Filter(field, (id_,), (id_.capitalize(),), negated) for field, id_ in pairs)
