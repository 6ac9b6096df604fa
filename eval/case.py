"""One case of the evaluation: a question, who asks, and what a right reply looks like."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import UsageError


class ExpectedQuery(BaseModel):
    """What of the plan is checked; what a case leaves out must be empty in the plan."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    metrics: tuple[str, ...]
    by: tuple[str, ...] = ()
    where: dict[str, tuple[str, ...]] = {}
    without: dict[str, tuple[str, ...]] = {}
    start: date | None = None
    end: date
    having: str | None = None
    limit: int | None = None
    against_start: date | None = None


class CaseFile(BaseModel):
    """One case as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    question: str
    asked_as: str
    outcome: str
    split: str = "answerable"
    plan: tuple[ExpectedQuery, ...] = ()
    total: float | None = None
    says: tuple[str, ...] = ()
    never_says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A case and the suite it is in."""

    suite: str
    wanted: CaseFile
    follows: tuple[str, ...] = field(default=())


def cases(suite: str = "") -> Iterator[Case]:
    """Every case of one suite, or of all, in order."""
    found = sorted(
        one.name.removesuffix(".yaml") for one in (files("eval") / "cases").iterdir() if one.name.endswith(".yaml")
    )
    if suite and suite not in found:
        message = f"There is no suite of cases called “{suite}”. There are: {', '.join(found)}."
        raise UsageError(message)
    for name in [suite] if suite else found:
        yield from _read(name)


def _read(suite: str) -> Iterator[Case]:
    text = (files("eval") / "cases" / f"{suite}.yaml").read_text(encoding="utf-8")
    for row in yaml.safe_load(text):
        try:
            yield Case(suite, CaseFile.model_validate(row))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            message = f"The case {row.get('id')} of eval/cases/{suite}.yaml is not valid at {place}: {first['msg']}."
            raise UsageError(message) from error
