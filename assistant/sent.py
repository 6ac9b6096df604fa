"""What a language model would be sent for a question: shown, and not sent."""

from assistant import llm
from assistant.metrics.catalogue import METRICS
from assistant.permissions.house import House
from assistant.planning import model_planner
from assistant.planning.proposal import ProposedPlan
from assistant.query import Question


def what_is_sent(question: Question, house: House) -> dict[str, object] | None:
    """Everything that leaves the house for a question, by the code that sends it; None where nothing does.

    With an earlier turn, the question before is in it; a proposal that does not hold is answered once more, with what
    is wrong with it.
    """
    view = house.view_for(question.asked_as)
    here = model_planner.surroundings(question, view, METRICS)
    if here is None:
        return None
    said = model_planner.messages(here, model_planner.before_it(question, here))
    return llm.request(view.settings.model, said, ProposedPlan)
