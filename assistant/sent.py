"""What a language model would be sent for a question, shown and not sent; and what it was sent, where that is kept."""

from collections.abc import Iterator

from assistant import llm
from assistant.answers import summing_up
from assistant.answers.notes_answer import looked_for
from assistant.answers.summing_up import Summary
from assistant.answers.wording import Writer
from assistant.facts import gather
from assistant.metrics.catalogue import METRICS
from assistant.outcome import Ended, Refusal
from assistant.permissions.audit import sent_to_a_model
from assistant.permissions.authorise import authorise
from assistant.permissions.house import House
from assistant.permissions.view import View
from assistant.planning import make_plan, model_planner
from assistant.planning.proposal import ProposedPlan
from assistant.query import Plan, Question


def what_is_sent(question: Question, house: House) -> dict[str, object] | None:
    """Everything that leaves the house for a question, by the code that sends it; None where nothing does.

    With an earlier turn, the question before is in it; a proposal that does not hold is answered once more, with what
    is wrong with it. Of a question about notes it is the passages of the answer, where the settings let a model read
    them; those of further parts of the question stand under "more".
    """
    view = house.view_for(question.asked_as)
    here = model_planner.surroundings(question, view, METRICS)
    if here is None:
        first, *more = [*_passages_sent(question, view), None]
        others = [one for one in more if one]
        return {**first, "more": others} if first and others else first
    sent = model_planner.sent_for(here, model_planner.before_it(question, here))
    return llm.request(view.settings.model, sent.messages, ProposedPlan, sent.shape)


def what_was_sent(house: House, asked_as: str) -> tuple[dict[str, object], ...] | Refusal:
    """Every request that was kept: when, to which model and address, and its body to the byte."""
    found = sent_to_a_model(house, house.view_for(asked_as))
    return found if isinstance(found, Refusal) else tuple(found)


def _passages_sent(question: Question, view: View) -> Iterator[dict[str, object]]:
    """What is sent to sum up notes."""
    model = view.settings.model
    plan = make_plan(question, view)
    queries = plan.queries if isinstance(plan, Plan) and model.sums_up_notes and model.name else ()
    for query in queries:
        authorised = authorise(query, view, question.today)
        facts = None if isinstance(authorised, Ended) else gather(authorised, question.today)
        if query.metrics or facts is None or isinstance(facts, Ended) or isinstance(authorised, Ended):
            continue
        writer = Writer(authorised.view, facts.today, authorised.view.settings.locale)
        found = facts.excerpts
        if found.found:
            passages = summing_up.passages_of(found.found)
            told = looked_for(authorised.query, writer)
            yield llm.request(model, summing_up.messages(told, passages), Summary)
