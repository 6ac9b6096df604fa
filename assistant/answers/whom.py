"""Whom an answer is about, as a reader would say it: its filters, and those who are found by something else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answers.table import figure_of
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.words import plural
from assistant.query import Comparison, Filter, OfThose, Some, Threshold

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
    each = asked.each if asked else ()
    with_all = [
        f"{'without' if one.none else 'with'} {' or '.join(of_some(some, writer) for some in one.some)}" for one in each
    ]
    rows = plural(DIMENSIONS[each[0].field].noun, writer.view.settings.nouns) if each else ""
    return f" of {rows} {' and '.join(with_all)}" if each else ""


def of_some(one: Some, writer: "Writer") -> str:
    """As in "tracked hours for Apollo (1 - 28 September 2026)", "margin below 20 % (September 2026)"."""
    metric = METRICS[one.metric]
    whom = "".join(filtered(named, writer) for named in one.where)
    limits = one.having.each if one.having else ()
    said = [f"{(BY_A_DAY if limit.day else LIMITS)[limit.op]} {_figure(limit, metric, writer)}" for limit in limits]
    much = f" {' and '.join(said)}" if said else ""
    return f"{HAVING.get(metric.name, metric.spoken)}{whom}{much} ({writer.period(one.period)})"


def _figure(limit: Threshold, metric: Metric, writer: "Writer") -> str:
    return writer.number(figure_of(metric, limit.value, writer.view, ("limit",)))


HAVING = {
    "clients_with_active_projects": "an active project",
    "clients_without_projects": "no project planned, active or on hold",
}
"""What rows have, or have not, in place of their own name."""


LIMITS = {
    Comparison.LESS: "below",
    Comparison.AT_MOST: "of at most",
    Comparison.MORE: "above",
    Comparison.AT_LEAST: "of at least",
    Comparison.EQUAL: "of exactly",
}
"""How much of something is to be there."""
BY_A_DAY = {
    Comparison.LESS: "before",
    Comparison.AT_MOST: "by",
    Comparison.MORE: "after",
    Comparison.AT_LEAST: "not before",
    Comparison.EQUAL: "on",
}
"""When it is to be."""
