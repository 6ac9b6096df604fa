"""The planners there are, and which one plans a question: the one it names, else the one of the settings."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, cast

from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.query import Plan, Question

if TYPE_CHECKING:
    from assistant.metrics.definition import Metric
    from assistant.permissions.view import View


Planned = Plan | Clarification | NoData | Unsupported | Learned | ToLookAfter


class Planner(Protocol):
    """From a question to a plan, made from the asker's view alone."""

    def __call__(self, question: Question, view: "View", catalogue: "Mapping[str, Metric]") -> Planned:
        """The plan, or the outcome that says why there is none."""


PLANNERS: Mapping[str, str] = {"embedded": "planner", "model": "model_planner"}
"""The module of each; it is loaded by the first question, because a report or a summary has none."""


def make_plan(question: Question, view: "View", catalogue: "Mapping[str, Metric]" = METRICS) -> Planned:
    """What a question asks for, in closed form; else why there is none, and what is answered instead."""
    module = _loaded(PLANNERS[question.planner or view.settings.planner])
    planned = cast("Planner", module.make_plan)(question, view, catalogue)
    embedded = _loaded("planner")
    if isinstance(planned, Plan):
        accounted_for = _loaded("accounted_for")
        planned = accounted_for.told(planned, embedded.as_written(question, view, catalogue))
    pickable = _loaded("pickable")
    checked: Planned = pickable.checked(planned, question, view, lambda one: embedded.make_plan(one, view, catalogue))
    return checked


@cache
def _loaded(name: str) -> ModuleType:
    return import_module(f"assistant.planning.{name}")


def first_questions(view: "View") -> tuple[str, ...]:
    """Complete questions somebody could begin with, each one this asker may ask."""
    first: tuple[str, ...] = _loaded("planner").first_questions(view)
    return first


def get_ready() -> None:
    """Load the planner and compile every pattern there is, as a server does once: no question waits for that."""
    _loaded("planner")
    _loaded("ready").compile_all()
