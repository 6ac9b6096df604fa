"""Whom an answer is about, as a reader would say it: its filters, and those who are found by something else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.metrics.catalogue import METRICS
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.words import plural
from assistant.query import Filter, OfThose, Some

if TYPE_CHECKING:
    from assistant.answers.wording import Writer


def one_after_another(names: Sequence[str]) -> str:
    """Several names in one phrase: "Ana, Ben and Dora"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def filtered(one: Filter, writer: "Writer") -> str:
    """As in " for Acme and Globex", " without internal projects"."""
    if one.field == "weekday":
        days = one_after_another([writer.name(f"{name}s") for name in one.names])
        return f" {'without' if one.negated else 'on'} {days}"
    whose = ADJECTIVES.get(one.field)
    said = [name.replace("_", " ") for name in one.names] if whose else one.names
    names = one_after_another([writer.name(name) for name in said])
    noun = f" {plural(whose, writer.view.settings.nouns)}" if whose else ""
    managed = f"{plural(MANAGED[one.field], writer.view.settings.nouns)} of " if one.field in MANAGED else ""
    return f" {'without' if one.negated else 'for'} {managed}{names}{noun}"


MANAGED = {"project_manager": "project", "account_manager": "client", "owner": "deal"}
"""What is somebody's who is responsible for it: the projects of Ana."""

ADJECTIVES = {"status": "project", "kind": "project", "budget_type": "budget"}
"""Dimensions whose values say something of a thing: active projects, fixed budgets."""


def of_those(asked: OfThose | None, writer: "Writer") -> str:
    """As in " of people with tracked hours for Apollo (1 - 28 September 2026)", or without any."""
    if asked is None:
        return ""
    rows = plural(DIMENSIONS[asked.field].noun, writer.view.settings.nouns)
    return f" of {rows} {'without' if asked.none else 'with'} {' or '.join(of_some(one, writer) for one in asked.some)}"


def of_some(one: Some, writer: "Writer") -> str:
    """As in "tracked hours for Apollo (1 - 28 September 2026)"."""
    whom = "".join(filtered(named, writer) for named in one.where)
    return f"{METRICS[one.metric].spoken}{whom} ({writer.period(one.period)})"
