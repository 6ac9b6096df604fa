"""The planners there are, and which one plans a question: the one it names, else the one of the settings."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.planning import model_planner, planner
from assistant.query import Plan, Question

if TYPE_CHECKING:
    from assistant.metrics.definition import Metric
    from assistant.permissions.view import View


class Planner(Protocol):
    """From a question to a plan, made from the asker's view alone."""

    def __call__(
        self, question: Question, view: "View", catalogue: "Mapping[str, Metric]"
    ) -> Plan | Clarification | NoData | Unsupported | Learned | ToLookAfter:
        """The plan, or the outcome that says why there is none."""


PLANNERS: Mapping[str, Planner] = {"embedded": planner.make_plan, "model": model_planner.make_plan}


def make_plan(
    question: Question, view: "View", catalogue: "Mapping[str, Metric]" = METRICS
) -> Plan | Clarification | NoData | Unsupported | Learned | ToLookAfter:
    """What a question asks for, in closed form."""
    return PLANNERS[question.planner or view.settings.planner](question, view, catalogue)
