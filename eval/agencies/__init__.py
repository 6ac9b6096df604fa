"""The agencies that cases are asked over, each in a workspace of its own.

`ten/` is an agency of ten rows a table, whose figures can be worked out on paper; `ten/earlier/` holds the tables
as they were when it was first read. `reel/` is as small: film production in dollars, where time must be approved, a
project is called a production and a client a studio. `askers.yaml` says who asks.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

from assistant import llm
from assistant.ask import get_ready
from assistant.examination import planned
from assistant.permissions.house import House
from assistant.query import Question, Turn
from assistant.settings import Model
from eval.case import Case, Stage
from ingest.demo import write_demo
from ingest.run import ingest_folder

FIRST_READ = datetime(2026, 9, 1, 6, tzinfo=UTC)
READ = datetime(2026, 10, 15, 6, tzinfo=UTC)


@dataclass(frozen=True)
class Stages:
    """The houses of a run, each made when a case is first asked in it; `standing` are there already.

    Questions are planned by `planner`, `embedded` or `model`: with the language model of `model`, where there is one.
    """

    folder: Path
    standing: Mapping[Stage, House] = field(default_factory=dict)
    planner: str = "embedded"
    model: Model | None = None
    _made: dict[Stage, House] = field(default_factory=dict)
    _greeted: set[tuple[Stage, str]] = field(default_factory=set)

    def house(self, stage: Stage) -> House:
        """The house of a stage."""
        if stage in self.standing:
            return self.standing[stage]
        if stage not in self._made:
            self._made[stage] = _make(stage, self.folder / f"stage-{len(self._made)}", self.model)
        return self._made[stage]

    def question(self, text: str, case: Case, after: Turn | None = None) -> Question:
        """A question as the asker of a case asks it, on its day."""
        return Question(text, case.asker.email, case.today, after, planner=self.planner)

    def greet(self, email: str, stage: Stage) -> None:
        """Have the words of an asker's view laid out, as a house does once for everybody who comes in."""
        if (stage, email) not in self._greeted:
            self._greeted.add((stage, email))
            house = self.house(stage)
            for words in ("hours", "when is the launch"):
                planned(Question(words, email, house.settings.today or READ.date()), house)


@contextmanager
def stages(
    standing: Mapping[Stage, House] | None = None, planner: str = "embedded", model: Model | None = None
) -> Iterator[Stages]:
    """Houses for a run, in a folder that goes when it is over.

    What reads questions and what talks to a language model is made ready before anything is asked, as a server does
    once: no question waits for it.
    """
    get_ready()
    if planner == "model" and model:
        llm.load(model)
    with TemporaryDirectory(prefix="reckon-eval-") as folder:
        yield Stages(Path(folder), standing or {}, planner, model)


def _make(stage: Stage, folder: Path, model: Model | None) -> House:
    if stage.agency == "demo":
        write_demo(folder)
    else:
        with as_file(files("eval") / "agencies" / stage.agency) as source:
            copytree(source, folder)
    earlier = folder / "earlier"
    _settle(folder / "workspace.toml", stage, model)
    if stage.earlier:
        _read_earlier(folder, earlier)
    rmtree(earlier, ignore_errors=True)
    ingest_folder(folder, [folder], now=READ)
    return House.open(folder)


def _read_earlier(folder: Path, earlier: Path) -> None:
    """Read the agency as it was, and leave it as it is now."""
    now = {one.name: (folder / one.name).read_bytes() for one in earlier.iterdir()}
    for one in earlier.iterdir():
        one.replace(folder / one.name)
    ingest_folder(folder, [folder], now=FIRST_READ)
    for name, content in now.items():
        (folder / name).write_bytes(content)


def _settle(file: Path, stage: Stage, model: Model | None) -> None:
    """Put the settings of a stage on top of those of its agency, and a language model below them."""
    on_top = "".join(_line(name, value) for name, value in stage.settings)
    below = "" if model is None else "\n[model]\n" + "".join(_line(*one) for one in model.model_dump().items())
    file.write_text(f"{on_top}{file.read_text(encoding='utf-8')}{below}", encoding="utf-8")


def _line(name: str, value: object) -> str:
    """One setting as TOML writes it."""
    return f"{name} = {float(value) if isinstance(value, Decimal) else json.dumps(value)}\n"
