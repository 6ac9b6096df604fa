"""The status of a client or project: its health, how it burns, what is left, what is due, and the last decisions."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from assistant.agency.periods import Period
from assistant.planning import timing
from assistant.planning.notes_words import NEXT, STATUS
from assistant.planning.tokens import key
from assistant.query import Filter, LookFor, Notes, Plan, Query

if TYPE_CHECKING:
    from assistant.planning.here import Here

MATTERS: tuple[tuple[str, ...], ...] = (
    ("health", "health_without_margin", "health_of_work", "health_hours"),
    ("burn_index", "burn_index_hours"),
    ("budget_used_percent", "budget_hours_used_percent"),
    ("budget_remaining", "budget_hours_remaining"),
    ("milestones_due", "milestones_slipped"),
)
"""What is told of its status: of each line the first metric that there is and that may be asked."""

MOST_DECISIONS = 5
AHEAD = 90
"""Days in which a milestone is near enough to be told."""


def asked(here: "Here") -> Plan | None:
    """The plan for the whole status of the client or project a question names; None where it asks for none."""
    coming = NEXT.match(here.text)
    found = coming or STATUS.match(here.text)
    said = next((one for one in found.groups() if one), "") if found else ""
    where = _named(said, here) if said else None
    if where is None:
        return None
    if coming:
        return _next(where, here)
    plan = _status(where, here)
    return _with_the_page(plan) if found and found["summary"] else plan


PAGE = (
    "This is how it stands by the figures and the notes; a summary to send to the client is made under “Client "
    "summaries” in the app, or with reckon summary."
)


def _with_the_page(plan: Plan) -> Plan:
    """As in "summary for Acme", which may be one to send: the answer says where that is made."""
    first, *rest = plan.queries
    return replace(plan, queries=(replace(first, understood=PAGE), *rest))


def _next(where: Filter, here: "Here") -> Plan:
    """What comes next: the milestones that are due, and the actions that are open by the notes."""
    queries = [_of("milestones_due", where, here)] if "milestones_due" in here.vocabulary.askable else []
    actions = Notes(LookFor.ACTIONS, open_only=True)
    return Plan((*queries, _in_notes(actions, where, here)))


def _status(where: Filter, here: "Here") -> Plan:
    queries = [_of(name, where, here) for name in _metrics(here)]
    return Plan((*queries, _in_notes(Notes(LookFor.DECISIONS, last=MOST_DECISIONS), where, here)))


def _in_notes(notes: Notes, where: Filter, here: "Here") -> Query:
    period = Period(None, here.knows_until, "to date")
    return Query((), period, where=(where,), notes=notes, known_on=here.known_on)


def _metrics(here: "Here") -> list[str]:
    """The first askable metric of each line."""
    askable = set(here.vocabulary.askable)
    firsts = (next((one for one in line if one in askable and one in here.catalogue), None) for line in MATTERS)
    return [one for one in firsts if one is not None]


def _of(name: str, where: Filter, here: "Here") -> Query:
    """One metric of it, as of today."""
    metric = here.catalogue[name]
    today = here.knows_until
    if name.startswith("milestones"):
        ahead = Period(today, today + timedelta(days=AHEAD), f"the next {AHEAD} days")
        return Query((name,), ahead, by=("task",), where=(where,), known_on=here.known_on)
    by = (metric.item,) if metric.item in ("budget", "project") and metric.item in metric.by else ()
    period = timing.as_read(metric, Period(today.replace(day=1), today, "to date"))
    return Query((name,), period, by=by, where=(where,), known_on=here.known_on)


NOUNS = frozenset({"retainer", "engagement", "account", "job", "production", "work", "contract", "budget"})


def _named(said: str, here: "Here") -> Filter | None:
    """The client or project that is called just so, or else the only one whose name begins or ends so."""
    known = [
        (dimension, one, key(one.label)) for dimension in ("client", "project") for one in here.view.named(dimension)
    ]
    words = tuple(one for one in key(said) if one not in ("the", "project", "client", "our"))
    if words[-1:] and words[-1] in NOUNS and not any(words == one[2][-len(words) :] for one in known):
        words = words[:-1]  # the Apollo retainer
    size = len(words)
    same = [one for one in known if one[2] == words]
    in_full = bool(same) and size > 1  # "the growth retainer", where something is called just so
    if said.islower() and words and not in_full and all((one,) in here.vocabulary.shared.senses for one in words):
        return None  # all of them, and nothing that is called All
    parts = [one for one in known if words and words in (one[2][:size], one[2][-size:])]
    found = same[:1] or (parts if len(parts) == 1 else [])
    return next((Filter(dimension, (one.id,), (one.label,)) for dimension, one, _ in found), None)
