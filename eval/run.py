"""Run the cases over the demo agency, made afresh in a folder of its own."""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.ask import ask
from assistant.errors import UsageError
from assistant.permissions.house import House
from assistant.query import Question
from eval.case import Case, cases
from eval.score import Score, score
from eval.scorecard import Scorecard
from ingest.demo import write_demo
from ingest.run import ingest_folder


def evaluate(suite: str, now: datetime) -> Scorecard:
    """Ask every case of a suite (blank for all) and score the replies; `now` is when the demo agency is ingested."""
    with TemporaryDirectory(prefix="reckon-eval-") as folder:
        house = demo_house(Path(folder), now)
        return evaluate_in(house, suite)


def evaluate_in(house: House, suite: str = "") -> Scorecard:
    """The same in a house that is already there; it must hold the demo agency."""
    today = house.settings.today
    if today is None:
        raise UsageError("The evaluation needs the demo agency, whose day is fixed. Make one with: reckon demo")
    return Scorecard(tuple(_ask(case, house, today) for case in cases(suite)))


def demo_house(folder: Path, now: datetime) -> House:
    """The demo agency, made and ingested."""
    write_demo(folder)
    ingest_folder(folder, [folder], now=now)
    return House.open(folder)


def _ask(case: Case, house: House, today: date) -> Score:
    began = perf_counter()
    reply = ask(Question(case.wanted.question, case.wanted.asked_as, today), house)
    return score(case, reply, perf_counter() - began)
