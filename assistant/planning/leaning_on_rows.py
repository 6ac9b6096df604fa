"""Short follow-ups about the rows that were told, by how they are called in haste.

tickets closed by client      and still open              and open tasks
util design team              and dev                     and team Development
profit by project             only fixed fee ones         only fixed fee
revenue by client             top 5 by profit             and profit by client, top 5
"""

from collections.abc import Callable

from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning.before import Before, said_as
from assistant.planning.tokens import key

OF_TASKS = frozenset({"completed_tasks", "open_tasks", "overdue_tasks", "blocked_tasks", "tasks_due"})
TASKS_THAT_ARE = {
    **dict.fromkeys(("open", "live", "unresolved"), "open tasks"),
    **dict.fromkeys(("overdue", "late"), "overdue tasks"),
    **dict.fromkeys(("blocked", "stuck"), "blocked tasks"),
    **dict.fromkeys(("closed", "done", "completed", "resolved"), "completed tasks"),
}
STILL_SO = said_as(
    rf"(?:(?:how many|which|what)(?: (?:are|is))? )?(?:the )?(?:still )?(?P<state>{'|'.join(TASKS_THAT_ARE)})"
    r"(?: ones?| tickets| tasks| issues)?"
)


def _still_so(text: str, before: Before) -> str | None:
    """As in "and still open", after the tasks that were closed: tasks, and no invoices."""
    found = STILL_SO.fullmatch(text)
    if found is None or before.query.metrics[0] not in OF_TASKS:
        return None
    one_by_one = not before.query.by and text.casefold().lstrip(" ?").startswith(("which", "what"))
    return f"and {TASKS_THAT_ARE[found['state'].casefold()]}{' by task' if one_by_one else ''}"


BEGUN = said_as(r"(?:and|what about|how about) (?:the )?(?P<name>[a-z]{3,})(?: team)?")


def _begun(text: str, before: Before) -> str | None:
    """As in "and dev", after a team: the team whose name begins so."""
    found = BEGUN.fullmatch(text)
    one = before.query.where[-1] if found and before.query.where else None
    if found is None or one is None or one.field not in ("team", "client", "project") or one.negated:
        return None
    said = found["name"].casefold()
    labels = {word.label for word in before.here.vocabulary.labels if word.dimension == one.field}
    begun = [label for label in labels if label.casefold().startswith(said) and label.casefold() != said]
    is_a_word = key(said) in before.here.vocabulary.names.senses
    return f"and {DIMENSIONS[one.field].noun} {begun[0]}" if len(begun) == 1 and not is_a_word else None


ONES = said_as(r"(?P<only>only|just)(?: the)? (?P<which>\S.*?) ones")


def _ones(text: str, before: Before) -> str | None:
    """As in "only fixed fee ones": those that are so."""
    found = ONES.fullmatch(text)
    pieces = before.reads(found["which"]) if found else ()
    if found is None or len(pieces) != 1 or not pieces[0].named:
        return None
    piece = pieces[0]
    more = piece.wanted or piece.groupings or piece.bounds or piece.unknown or piece.stretches or piece.marks
    return None if more else f"only {found['which']}"


TOP_BY = said_as(r"(?P<end>top|bottom|best|worst) (?P<count>\d+) by (?P<what>(?!\w+ and\b)[^,]+?)")


def _top_by(text: str, before: Before) -> str | None:
    """As in "top 5 by profit", after rows of clients: of the same rows, by another measure."""
    found = TOP_BY.fullmatch(text)
    if found is None or len(before.query.by) != 1 or before.query.derived:
        return None
    pieces = before.reads(found["what"])
    measured = [one for piece in pieces for one in piece.wanted]
    rows = before.query.by[0]
    told = [one for one in measured if rows in before.here.catalogue[one.metric].by]
    if len(pieces) != 1 or len(told) != 1 or pieces[0].groupings or pieces[0].named or pieces[0].unknown:
        return None
    return f"and {found['what']} by {DIMENSIONS[rows].noun}, {found['end']} {found['count']}"


THE_RECORDS = said_as(r"(?:list|show(?: me)?|give me|get me|see) the (?P<records>invoices|bills|expenses|payments)")


def _the_records(text: str, before: Before) -> str | None:
    """As in "list the invoices", after the revenue of a quarter: those of that quarter."""
    found = THE_RECORDS.fullmatch(text)
    return RECORDS[found["records"].casefold()] if found and before.query.period_said else None


RECORDS = {
    **dict.fromkeys(("invoices", "bills"), "and invoiced by client and invoice"),
    "payments": "and collected by client and invoice",
    "expenses": "and expenses by vendor",
}


RULES: tuple[Callable[[str, Before], str | None], ...] = (_still_so, _begun, _ones, _top_by, _the_records)
