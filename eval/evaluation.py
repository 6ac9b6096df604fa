"""One run of the evaluation from what was asked for to what is shown: scorecard, floors, comparison, page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant.errors import UsageError
from assistant.settings import FILE, Model, read_settings
from eval.compare import Compared, compared, passed_before
from eval.floors import Missed, missed, read_floors
from eval.page import page
from eval.run import Asked, evaluate
from eval.scorecard import Scorecard


@dataclass(frozen=True)
class Evaluation:
    """A run and what came of it; `missed` are the floors it did not reach."""

    scorecard: Scorecard
    missed: tuple[Missed, ...]
    compared: Compared | None = None

    def text(self) -> str:
        """As lines."""
        parts = [self.scorecard.text()]
        if self.compared:
            parts.append(self.compared.text())
        parts.append("\n".join(f"below the floor: {one}" for one in self.missed) or "every floor is reached")
        return "\n\n".join(parts)

    def to_json(self) -> dict[str, object]:
        """For programs, and for a later run to be compared with."""
        return {
            **self.scorecard.to_json(),
            "missed": [str(one) for one in self.missed],
            "against": self.compared.to_json() if self.compared else None,
        }

    def write_page(self, file: Path, at: datetime) -> None:
        """Write it as one page. UsageError where the file cannot be written."""
        try:
            file.write_text(page(self.scorecard, self.missed, self.compared, at), encoding="utf-8")
        except OSError as error:
            raise UsageError(f"The page {file} cannot be written: {error.strerror}.") from error


@dataclass(frozen=True)
class Beside:
    """What a run is held against: an earlier run, and floors; ours where none are named."""

    run: Path | None = None
    floors: Path | None = None


def evaluation(what: Asked, beside: Beside, tell: Callable[[str, int, int], None] | None = None) -> Evaluation:
    """Run it. What cannot be read is found out before anything is asked."""
    floors = read_floors(beside.floors)
    before = passed_before(beside.run, what.suite) if beside.run else None
    scorecard = evaluate(what, tell=tell)
    against = compared(scorecard, before) if before is not None else None
    return Evaluation(scorecard, tuple(missed(scorecard, floors)), against)


def model_of(workspace: Path) -> Model:
    """The language model that a workspace is set up with. UsageError where it has none."""
    model = read_settings(workspace / FILE).model
    if not model.name:
        raise UsageError(
            f"{workspace / FILE} names no language model. Set one up under [model], or leave out --planner."
        )
    return model
