"""What is measured within one process that stays: `python -m benchmarks.inside warm|planning WORKSPACE TIMES …`."""

import json
import sys
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from assistant.ask import ask
from assistant.permissions.house import House
from assistant.planning import make_plan
from assistant.query import Plan, Question
from benchmarks.agency import TODAY

WHAT = ("hours", "billable hours", "utilization", "revenue", "available hours", "absence rate", "cost", "margin")
HOW = ("by person last quarter", "by team in September", "by month this year", "for Person 017 since March", "")
MORE = (
    "top 3 clients by revenue this year",
    "who was below 60% utilization in September",
    "revenue by client by month compared with the year before",
    "hours for the design team last week",
    "budget used by project",
    "are we burning through the budget too quickly?",
    "hours by client and service in Q2, only Client 07 and Client 08",
    "what is the weather like?",
    "hours of Persn 101 last month",
    "revenue excluding Client 03 last six weeks",
)
QUESTIONS = (*(f"{what} {how}".strip() for what, how in product(WHAT, HOW)), *MORE)


def warm(workspace: Path, times: int, text: str) -> dict[str, float]:
    """Seconds until the first answer of a process, and the median of those after it; all verified."""
    question = Question(text, "", TODAY)
    began = perf_counter(), process_time()
    house = House.open(workspace)
    _answered(question, house)
    first = _since(*began)
    again = []
    for _ in range(times):
        began = perf_counter(), process_time()
        _answered(question, house)
        again.append(_since(*began))
    return {
        "first": first[0],
        "first_processor": first[1],
        "again": median(one for one, _ in again),
        "again_processor": median(one for _, one in again),
    }


def _since(clock: float, processor: float) -> tuple[float, float]:
    """Seconds that went by, and seconds of one core that were used by all threads meanwhile."""
    return perf_counter() - clock, process_time() - processor


def _answered(question: Question, house: House) -> None:
    kinds = [one.kind for one in ask(question, house).outcomes]
    if kinds != ["answer"]:
        sys.exit(f"“{question.text}” came to {kinds}, not to an answer")


def planning(workspace: Path, times: int) -> dict[str, float]:
    """Seconds to make a plan: the median over the questions of each one's median."""
    view = House.open(workspace).view_for("")
    planned = [isinstance(make_plan(Question(text, "", TODAY), view), Plan) for text in QUESTIONS]
    medians = []
    for text in QUESTIONS:
        taken = []
        for _ in range(times):
            start = perf_counter()
            make_plan(Question(text, "", TODAY), view)
            taken.append(perf_counter() - start)
        medians.append(median(taken))
    return {"median": median(medians), "slowest": max(medians), "questions": len(planned), "planned": sum(planned)}


if __name__ == "__main__":
    place, count = Path(sys.argv[2]), int(sys.argv[3])
    found = planning(place, count) if sys.argv[1] == "planning" else warm(place, count, sys.argv[4])
    print(json.dumps(found))  # noqa: T201 - whoever starts it reads it
