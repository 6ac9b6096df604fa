"""The few rows that an answer showed: whom "they" means in the next question."""

from collections.abc import Sequence

from assistant.answers.answer import Answer, Outcome
from assistant.answers.table import TableRow
from assistant.query import Filter

NAMED = frozenset({
    "person", "team", "job_title", "client", "project", "budget", "service", "task", "deal",
    "account_manager", "project_manager", "owner",
})  # fmt: skip
"""The dimensions whose values somebody points at."""

MOST = 12
"""Nobody means more rows by one word than can be named."""


def rows_shown(outcomes: Sequence[Outcome]) -> tuple[Filter, ...]:
    """The rows of the last answer: each dimension with its values, two of them only where there is but one row.

    None where they stand for nothing that has a name, are more than can be meant, or were of no breakdown.
    """
    answers = [one for one in outcomes if isinstance(one, Answer)]
    if not answers or len(answers) < len(outcomes):
        return ()
    query, rows = answers[-1].query, answers[-1].table.rows
    told = tuple(one.name for one in answers[-1].table.columns if one.kind == "dimension")
    if told != query.by:  # what moved a number, or how it is counted, is nobody
        return ()
    if not query.by or not set(query.by) & NAMED or not 1 <= len(rows) <= MOST:
        return ()
    if len(rows) > 1 and len(query.by) > 1:
        return _things(query.by, rows)
    if any(part is None for row in rows for part in row.key):
        return ()
    return tuple(
        Filter(name, tuple(row.key[at] or "" for row in rows), tuple(row.labels[at] for row in rows))
        for at, name in enumerate(query.by)
        if name in NAMED
    )


IN_CHARGE = ("account_manager", "project_manager", "owner")


def _things(by: Sequence[str], rows: Sequence[TableRow]) -> tuple[Filter, ...]:
    """Of several things beside who is in charge of each, the things; none where other rows stand beside each other."""
    things = [at for at, name in enumerate(by) if name not in IN_CHARGE]
    if len(things) != 1 or by[things[0]] not in NAMED or any(row.key[things[0]] is None for row in rows):
        return ()
    [at] = things
    named = {row.key[at] or "": row.labels[at] for row in rows}
    return (Filter(by[at], tuple(named), tuple(named.values())),)
