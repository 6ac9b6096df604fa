"""The evaluation as a task of Inspect AI, with its viewer: `inspect eval eval/inspect_task.py --model none/none`.

It comes with the extra `inspect`: pip install "agency-reckoner[inspect]". Which questions: `-T suite=follow_ups`.
Inspect asks no model itself. `-T workspace=DIR` has questions planned by the language model of a workspace's settings,
which may be any: it goes through the same closed door, and what it plans is calculated and verified as always.
"""

from contextlib import ExitStack
from pathlib import Path

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import CORRECT, INCORRECT, Score, Scorer, Target, accuracy, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from assistant.settings import Model
from eval.agencies import stages
from eval.case import Case, cases
from eval.evaluation import model_of
from eval.run import examine
from eval.score import SCORERS

WRONG_NUMBER = "wrong number"


@task  # type: ignore[untyped-decorator,unused-ignore] # Inspect AI is an extra, and unknown where it is not installed
def questions(suite: str = "", workspace: str = "") -> Task:
    """Every case of a suite, or of all."""
    found = {_id(one): one for one in cases(suite)}
    dataset = MemoryDataset([_sample(name, one) for name, one in found.items()], name=suite or "reckon")
    return Task(
        dataset=dataset,
        solver=asked(found, model_of(Path(workspace)) if workspace else None),
        scorer=judged(),
        version=1,
    )


def _id(case: Case) -> str:
    return f"{case.suite}/{case.name}"


def _sample(name: str, case: Case) -> Sample:
    about = {
        "suite": case.suite,
        "splits": list(case.splits),
        "asked_as": case.asker.email,
        "after": list(case.wanted.after),
    }
    return Sample(id=name, input=case.wanted.question, target=list(case.wanted.outcome), metadata=about)


@solver  # type: ignore[untyped-decorator,unused-ignore] # as above
def asked(found: dict[str, Case], model: Model | None) -> Solver:
    """Ask it as anyone asks."""
    houses = ExitStack().enter_context(stages(planner="model" if model else "embedded", model=model))

    async def solve(state: TaskState, generate: Generate) -> TaskState:  # noqa: ARG001 - no model is asked here
        score = examine(found[str(state.sample_id)], houses)
        state.output.completion = score.text
        state.metadata["outcome"] = score.outcome
        state.metadata["problems"] = [f"{its.scorer}: {its.text}" for its in score.problems]
        state.metadata["wrong_number"] = score.wrong_number
        return state

    return solve


@scorer(metrics={name: [accuracy(), stderr()] for name in ("right", *SCORERS)} | {WRONG_NUMBER: [mean()]})  # type: ignore[untyped-decorator,unused-ignore] # as above
def judged() -> Scorer:
    """What the deterministic scorers said, each by itself."""

    async def score(state: TaskState, target: Target) -> Score:  # noqa: ARG001 - what is wanted is in the case
        problems = state.metadata["problems"]
        faulty = {one.partition(":")[0] for one in problems}
        value = {name: INCORRECT if name in faulty else CORRECT for name in SCORERS}
        value = {
            "right": INCORRECT if problems else CORRECT,
            **value,
            WRONG_NUMBER: int(state.metadata["wrong_number"]),
        }
        return Score(
            value=value, answer=state.metadata["outcome"], explanation="\n".join(problems) or "as it should be"
        )

    return score
