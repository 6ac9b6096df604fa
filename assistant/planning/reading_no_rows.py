"""Reads what is said of rows and asks for none of its own: "not by team", "and within client by project"."""

from assistant.metrics.dimensions import TIME
from assistant.planning.clauses import Clause
from assistant.planning.passes import needs
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.vocabulary import PeriodWord
from assistant.planning.words import Role


@needs(Role.NOT)
@needs(Role.BY)
def not_told_by(clause: Clause) -> None:
    """As in "in total, not by team": a breakdown that is not wanted."""
    for at, _ in clause.roles(Role.NOT):
        by = clause.after(at)
        noun = clause.after(by)
        if clause.span(by).role(Role.BY) and dimensions_at(clause, noun):
            clause.use(at, by, noun)


POINTING = frozenset({"that"})


WITHIN = frozenset({"within", "inside"})


@needs(POINTING, WITHIN)
def said_again(clause: Clause) -> None:
    """As in "by client and within client by project": it only says again what is told first."""
    if clause.says(POINTING):
        _on_that_day(clause)
    for at in range(1, len(clause.spans) - 1):
        if clause.first_token(at).word not in WITHIN:
            continue
        noun = at + 1
        if clause.span(noun).role(Role.BY):  # "within each client"
            noun += 1
        again = any(dimensions_at(clause, one) == dimensions_at(clause, noun) != () for one in range(at))
        if again:
            clause.use(*range(at, noun + 1))


def _on_that_day(clause: Clause) -> None:
    """As in "who is away on 23 October and who is free that day": on the day that was said before it."""
    for at in range(1, len(clause.spans)):
        days = set(dimensions_at(clause, at)) & set(TIME)
        if days and clause.word_before(at) == "that" and any(clause.spans[one].one(PeriodWord) for one in range(at)):
            clause.use(at)
