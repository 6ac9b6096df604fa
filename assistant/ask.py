"""The spine: one question through every station, in order; whatever ends the journey early is a value."""

from datetime import datetime

from assistant.answers.answer import Outcome, Reply
from assistant.answers.compose import compose
from assistant.answers.rows_shown import rows_shown
from assistant.calculation import calculate
from assistant.explanation import explain
from assistant.facts import gather
from assistant.looked_after import look_after
from assistant.outcome import Ended
from assistant.permissions.audit import record, record_disagreement
from assistant.permissions.authorise import authorise
from assistant.permissions.house import House
from assistant.permissions.taught import remember
from assistant.permissions.view import View
from assistant.planning import first_questions, get_ready, make_plan
from assistant.query import Plan, Query, Question, Turn
from assistant.release import release
from assistant.verification import Disagreed, call, verify

__all__ = ["answer", "ask", "ask_on_record", "first_questions", "get_ready", "reply"]


def ask(question: Question, house: House) -> Reply:
    """The whole journey; the view comes first, so that nothing after it can tell what the asker may not see."""
    view = house.view_for(question.asked_as)
    plan = look_after(make_plan(question, view), view, question.today)
    if not isinstance(plan, Plan):
        return reply(question, view, Plan(()), (plan,))
    outcomes = [answer(query, question, view) for query in plan.queries]
    return reply(question, view, plan, (*outcomes, *plan.not_planned))


def answer(query: Query, question: Question, view: View) -> Outcome:
    """One query's way: permissions, facts, calculation, verification, explanation, release, words."""
    authorised = authorise(query, view, question.today)
    if isinstance(authorised, Ended):
        return authorised
    facts = gather(authorised, question.today)
    if isinstance(facts, Ended):
        return facts
    call(authorised, facts)
    result = calculate(authorised, facts)
    verified = verify(result, authorised, facts)
    if isinstance(verified, Ended):
        return verified
    explained = explain(verified, authorised, facts)
    if isinstance(explained, Ended):
        return explained
    return compose(release(explained, authorised), authorised, facts)


def reply(question: Question, view: View, plan: Plan, outcomes: tuple[Outcome, ...]) -> Reply:
    """All outcomes together, and what the next question may lean on."""
    first = outcomes[0]
    # What could not be planned does not make anybody forget what was talked about before.
    kept = question.after if question.after and not getattr(first, "begins_anew", False) else Turn()
    words = "" if plan.queries else question.text
    options = tuple(getattr(first, "options", ()))
    shown = rows_shown(outcomes) if plan.queries else kept.shown
    turn = Turn(plan if plan.queries else kept.plan, first.kind, options, kept.plan, words, shown)
    return Reply(question, view.viewer.email, view.snapshot, outcomes, plan, turn, view)


def ask_on_record(question: Question, house: House, at: datetime) -> Reply:
    """What the edges call: ask, and write the question and its outcome to the audit log before showing it."""
    given = ask(question, house)
    record(house, given.view, given.to_json(), at)
    remember(house, given.view, given.outcomes, at)
    for outcome in given.outcomes:
        if isinstance(outcome, Disagreed):
            record_disagreement(house, given.view, [one.to_json() for one in outcome.disagreements], at)
    return given
