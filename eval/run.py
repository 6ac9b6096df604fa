"""Run the cases: each asked in its agency, as its asker, after the questions before it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from time import perf_counter, thread_time

from assistant.answers.answer import Reply
from assistant.ask import ask
from assistant.errors import UsageError
from assistant.examination import planned
from assistant.outcome import Clarification
from assistant.permissions.house import House
from assistant.query import Turn
from assistant.settings import Model
from eval.agencies import Stages, stages
from eval.case import Case, Stage, cases
from eval.score import Problem, Score, Timing, of_error, score
from eval.scorecard import Scorecard


@dataclass(frozen=True)
class Asked:
    """What is run: a suite (blank for all), how often, by which planner, with which language model."""

    suite: str = ""
    repeats: int = 1
    planner: str = "embedded"
    model: Model | None = None


def evaluate(
    what: Asked,
    standing: Mapping[Stage, House] | None = None,
    tell: Callable[[str, int, int], None] | None = None,
) -> Scorecard:
    """Ask every case and score the replies.

    `standing` are houses that are there already, so that they need not be made. `tell` is called with the theme,
    how many cases are done, and how many there are.
    """
    asked = tuple(cases(what.suite))
    scores = []
    with stages(standing, what.planner, what.model) as houses:
        for place, case in enumerate(asked):
            if tell:
                tell(case.suite, place, len(asked))
            scores.append(examine(case, houses, what.repeats))
    return Scorecard(tuple(scores), what.repeats)


def examine(case: Case, houses: Stages, repeats: int = 1) -> Score:
    """One case: asked once and scored, asked again and compared."""
    found = _asked(case, houses)
    again = [_asked(case, houses) for _ in range(repeats - 1)]
    return replace(found, varies=any(one.said != found.said for one in again))


def _asked(case: Case, houses: Stages) -> Score:
    house = houses.house(case.stage)
    try:
        question = houses.question(case.wanted.question, case, _before(case, houses))
        houses.greet(case.asker.email, case.stage)
        began = thread_time()  # what else the machine does is no fault of the planner
        planned(question, house)
        planning = thread_time() - began
        asked = perf_counter()
        reply = ask(question, house)
        timing = Timing(planning, perf_counter() - asked)
    except UsageError as error:
        return Score(case, "error", of_error(case, str(error)), Timing(0, 0), str(error), str(error))
    problems = (*score(case, reply, timing, house), *_incomplete(case, reply, houses))
    said = json.dumps(reply.to_json(), sort_keys=True, default=str)
    return Score(case, reply.first.kind, problems, timing, said, reply.first.text)


def _before(case: Case, houses: Stages) -> Turn | None:
    """The turn that the questions before it left."""
    turn = None
    for text in case.wanted.after:
        turn = ask(houses.question(text, case, turn), houses.house(case.stage)).turn
    return turn


def _incomplete(case: Case, reply: Reply, houses: Stages) -> Iterator[Problem]:
    """Choices that are no complete questions: asked by themselves they must lead further."""
    if not isinstance(reply.first, Clarification):
        return
    for option in reply.first.options:
        there = ask(houses.question(option, case), houses.house(case.stage)).first
        if there.kind in {"clarification", "unsupported"}:
            yield Problem("outcome", f"offers “{option}”, which leads to: {there.text}")
