"""What the language model of a workspace was asked each day, in its records: all its processes share a budget."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from assistant.llm_server import Request
from assistant.settings import Model
from assistant.store import records
from assistant.store.snapshots import Workspace

SENT = "model-sent"
"""The records of what was sent, to the byte, where the settings say that it is kept."""


@dataclass(frozen=True)
class ModelUse:
    """The count of a workspace. Two processes that ask in the same instant may both take the last call of a day."""

    workspace: Workspace

    def spent(self, model: Model, day: date) -> tuple[int, int]:
        """How many calls there were that day, and how many tokens they used."""
        counted = [one for one in records.read(self.workspace, _name(day)) if _is_of(one, model)]
        return sum(int(one["calls"]) for one in counted), sum(int(one["tokens"]) for one in counted)

    def add(self, model: Model, day: date, *, calls: int = 0, tokens: int = 0) -> None:
        """Count more of them; what was asked is not kept."""
        kept = {"to": model.base_url, "model": model.name, "calls": calls, "tokens": tokens}
        records.append(self.workspace, _name(day), kept)

    def keep(self, model: Model, at: datetime, sent: Sequence[Request]) -> None:
        """Keep what was sent, to the byte."""
        for one in sent:
            records.append(self.workspace, SENT, {"at": at.isoformat(), "model": model.name, **one.to_json()})


def kept(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """Every request that was kept, the oldest first."""
    return records.read(workspace, SENT)


def _name(day: date) -> str:
    """Each day has a file of its own, so that yesterday's is never read again."""
    return f"model-use-{day.isoformat()}"


def _is_of(record: Mapping[str, Any], model: Model) -> bool:
    of_it = (record.get("to"), record.get("model")) == (model.base_url, model.name)
    return of_it and all(isinstance(record.get(one), int) for one in ("calls", "tokens"))
