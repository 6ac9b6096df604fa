"""Reads "what did Zoë work on", where what she worked on is asked for, and no day is named by the "on"."""

import re

from assistant.planning.clauses import Clause
from assistant.planning.dates import Kind
from assistant.planning.vocabulary import MetricWord, PeriodWord
from assistant.planning.words import Role


def asked(clause: Clause) -> bool:
    """As in "what did Zoë work on last week": nothing follows the "on"."""
    what = clause.first_token(0).word == "what" if clause.spans else False
    for at in range(len(clause.spans)) if what else ():
        if clause.said(at).casefold() == "on":
            following = clause.span(clause.after(at))
            if _is_on_a_day(clause, at):
                continue
            if not following.places or following.one(PeriodWord) or following.role(Role.BREAK, Role.AND):
                return True
    return False


def _is_on_a_day(clause: Clause, at: int) -> bool:
    """As in "what was headcount on 1 January": the day something is measured on, and not what somebody works on."""
    day = clause.span(clause.after(at)).one(PeriodWord)
    measured = any(span.one(MetricWord) for span in clause.spans[:at])
    is_day = day is not None and day.found.kind is Kind.DAY and not day.found.phrase.startswith(BY_THEMSELVES)
    return is_day and measured and not _WORKS.search(clause.word_before(at))


BY_THEMSELVES = ("today", "yesterday")
"""Days that have no "on": it belongs to "what did Ben work on today"."""


_WORKS = re.compile(r"^(?:work|book|schedul|plan|bill|log|spen|do|did|busy|time|hour)")
