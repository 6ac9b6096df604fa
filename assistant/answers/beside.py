"""What is told beside an answer and counted as every answer is: time and leave that are still to be approved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.calculation import calculate, last_day
from assistant.facts import gather
from assistant.figures import Figure, Unit, show
from assistant.metrics.reference import load
from assistant.outcome import Ended
from assistant.permissions.authorise import AuthorisedQuery, authorise
from assistant.query import Query
from assistant.result import Result
from assistant.verification import verify

PENDING_HOURS = "pending_hours"
PENDING_LEAVE = "pending_absence_days"
BESIDE_LEAVE = frozenset({
    "available_hours", "free_hours", "absence_hours", "absence_days", "absence_rate", "absence_spells",
    "absence_frequency",
})  # fmt: skip
"""Metrics that would be others if leave that is still to be decided were approved."""


def total_of(name: str, authorised: AuthorisedQuery, period: Period, today: date) -> Fraction:
    """A metric of the people, projects and days that a question is about, counted twice as every number is.

    It is asked for as anybody asks, so whoever may not ask for it gets 0, as where there is nothing of it.
    """
    asking = authorised.query
    asked = authorise(
        replace(Query((name,), period), where=asking.where, of_those=asking.of_those, known_on=asking.known_on),
        authorised.view,
        today,
    )
    if isinstance(asked, Ended):
        return Fraction(0)
    facts = gather(asked, today)
    if isinstance(facts, Ended):
        return Fraction(0)
    found = verify(calculate(asked, facts), asked, facts)
    if isinstance(found, Ended):
        return Fraction(0)
    return found.result.total.cells[0].value or Fraction(0)


def pending(authorised: AuthorisedQuery, result: Result, today: date, locale: str) -> Iterator[tuple[str, Figure]]:
    """Sentences about what is still to be approved, each with its figure."""
    period = result.query.period
    listening = [one for one in result.metrics if load(one.name).listens_to_approval]
    if listening and authorised.view.settings.approval_required:
        until = replace(period, end=min([period.end, *(last_day(one, today) for one in listening)]))
        hours = Figure(PENDING_HOURS, _within(PENDING_HOURS, authorised, until, today), Unit.HOURS)
        if hours.value:
            yield f"+ {show(hours, locale)} pending: still to be approved, and left out.", hours
    if any(one.name in BESIDE_LEAVE for one in result.metrics):
        days = Figure(PENDING_LEAVE, _within(PENDING_LEAVE, authorised, period, today), Unit.DAYS)
        if days.value:
            yield f"+ {show(days, locale)} of absence pending: still to be decided, and not counted as absence.", days


def _within(name: str, authorised: AuthorisedQuery, period: Period, today: date) -> Fraction:
    if period.start is not None and period.start > period.end:
        return Fraction(0)
    return total_of(name, authorised, period, today)
