"""What a run must reach to pass: the floors of `floors.yaml`, or of a file of one's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import UsageError
from eval.intervals import percent
from eval.scorecard import Scorecard


class Floors(BaseModel):
    """Shares between 0 and 1, and milliseconds; a category has a floor of its own where one is named."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    wrong_numbers: float = Field(0.0, ge=0, le=1)
    leaks: float = Field(0.0, ge=0, le=1)
    right_in_scope: float = Field(0.98, ge=0, le=1)
    right_out_of_scope: float = Field(0.98, ge=0, le=1)
    needless_clarifications: float = Field(0.03, ge=0, le=1)
    identical: float = Field(1.0, ge=0, le=1)
    planning_median_ms: float | None = Field(5.0, gt=0)
    categories: dict[str, float] = {}


@dataclass(frozen=True)
class Missed:
    """A floor that was not reached."""

    name: str
    found: str
    wanted: str

    def __str__(self) -> str:
        """As a line says it."""
        return f"{self.name}: {self.found}, wanted {self.wanted}"


def read_floors(path: Path | None = None) -> Floors:
    """The floors of a file; without one, our own. UsageError where it cannot be read."""
    where = str(path) if path else "eval/floors.yaml"
    try:
        text = (path or files("eval") / "floors.yaml").read_text(encoding="utf-8")
        return Floors.model_validate(yaml.safe_load(text) or {})
    except OSError as error:
        raise UsageError(f"The floors in {where} cannot be read: {error.strerror}. Name a YAML file.") from error
    except yaml.YAMLError as error:
        raise UsageError(f"The floors in {where} are not YAML. Write lines such as right_in_scope: 0.98.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"The floors in {where} are not valid at {place}: {first['msg']}.") from error


def missed(scorecard: Scorecard, floors: Floors) -> Iterator[Missed]:
    """Every floor that a run did not reach, the worst kind first."""
    for at_most, share in (
        (floors.wrong_numbers, scorecard.wrong_numbers),
        (floors.leaks, scorecard.leaks),
        (floors.needless_clarifications, scorecard.needless),
    ):
        if share.value > at_most:
            yield Missed(share.name, f"{share.hits} of {share.tries}", f"at most {percent(at_most)}")
    for at_least, share in (
        (floors.right_in_scope, scorecard.in_scope),
        (floors.right_out_of_scope, scorecard.out_of_scope),
        (floors.identical, scorecard.same),
        *((floors.categories[one.name], one) for one in scorecard.by_category() if one.name in floors.categories),
    ):
        if share.tries and share.value < at_least:
            yield Missed(share.name, f"{share.hits} of {share.tries}", f"at least {percent(at_least)}")
    if floors.planning_median_ms is not None and scorecard.planning_ms > floors.planning_median_ms:
        yield Missed("a plan", f"{scorecard.planning_ms:.1f} ms", f"at most {floors.planning_median_ms:g} ms")
