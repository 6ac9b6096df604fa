"""Cases of the evaluation with a real model behind a real server: what comes of its plans, and that no number is wrong.

    python -m tests.models.real_server ADDRESS [EVERY] [METHOD] [WINDOW]

Every n-th case is asked (18 when nothing is said), such as those of llama.cpp's server at http://127.0.0.1:8080/v1.
With a window of so many tokens, the model is sent what has room in it, and a form of the words that could be meant.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from unittest.mock import patch

from assistant import llm
from assistant.llm import ModelError
from assistant.planning.model_planner import CHOSEN
from assistant.planning.proposal import ProposedPlan
from assistant.settings import Model
from eval.agencies import Stages, stages
from eval.case import Case, cases
from eval.run import examine
from eval.score import Score

EVERY = 18
A_MODELS_READING = "language model"
"""Words of an answer or a question back that a model's plan stands behind."""


@dataclass
class Rounds:
    """What the model said to one question, round by round: a plan, nothing to plan, no form, or why there is none."""

    said: list[str] = field(default_factory=list)


@contextmanager
def watched() -> Iterator[Rounds]:
    """Every round, noted as it ends."""
    rounds, ask = Rounds(), llm.ask_for

    def noted(form: Any, *given: Any) -> Any:  # noqa: ANN401 - as a model is asked
        try:
            said = ask(form, *given)
        except ModelError as error:
            rounds.said.append(error.why)
            raise
        value = said.value
        is_plan = isinstance(value, ProposedPlan) and bool(value.queries)
        rounds.said.append("plan" if is_plan else "nothing to plan" if value is not None else "no form")
        return said

    with patch.object(llm, "ask_for", noted):
        yield rounds


@dataclass(frozen=True)
class Tried:
    """One case: its score, what the model said round by round, and what came of it."""

    score: Score
    rounds: tuple[str, ...]
    seconds: float

    @property
    def came_of_it(self) -> str:
        """Where the plan is from."""
        if not self.rounds:
            return "not asked of the model"
        if CHOSEN in self.score.said:
            return "taken" if len(self.rounds) == 1 else "taken, mended once"
        if self.score.outcome == "clarification" and A_MODELS_READING in self.score.text:
            return "offered"
        return "fallen back"


def tried(asked: Sequence[Case], houses: Stages) -> Iterator[Tried]:
    """Each case, asked of the model as anyone would."""
    for case in asked:
        began = time.monotonic()
        with watched() as rounds:
            score = examine(case, houses)
        # A case is planned twice, once to see how long it takes: what the model said is kept for the second time.
        yield Tried(score, tuple(rounds.said), time.monotonic() - began)


def main(arguments: Sequence[str]) -> None:
    """Every n-th case, and what came of each."""
    address, every = arguments[0], int(arguments[1]) if len(arguments) > 1 else EVERY
    method = arguments[2] if len(arguments) > 2 else "named_function"
    given = {"method": method, "longest_answer": 400, "timeout": Decimal(300), "retries": 0}
    given |= {"calls_a_day": 0, "tokens_a_day": 0, "window": int(arguments[3]) if len(arguments) > 3 else 0}
    model = Model.model_validate({"base_url": address, "name": "real", "api_key_env": "", **given})
    asked = [one for one in cases() if not one.wanted.after][::every]
    found = []
    with stages(planner="model", model=model) as houses:
        for one in tried(asked, houses):
            found.append(one)
            case = one.score.case
            sys.stdout.write(f"{case.suite}/{case.name}: {', '.join(one.rounds) or '–'}: {one.came_of_it}")
            sys.stdout.write(f", {one.seconds:.0f} s{'' if one.score.passed else ', not passed'}\n")
            sys.stdout.flush()
    first = Counter(one.rounds[0] for one in found if one.rounds)
    wrong = [one for one in found if one.score.wrong_number]
    sys.stdout.write(f"{len(found)} cases; first rounds: {dict(first)}\n")
    sys.stdout.write(f"came of it: {dict(Counter(one.came_of_it for one in found))}\n")
    sys.stdout.write(f"{len(wrong)} wrong numbers, {sum(not one.score.passed for one in found)} not passed\n")
    for one in found:
        sys.stdout.writelines(f"  {one.score.case.name}: {its.text}\n" for its in one.score.problems)


if __name__ == "__main__":
    main(sys.argv[1:])
