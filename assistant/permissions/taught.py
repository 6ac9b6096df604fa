"""What people have taught: words of their own, kept in the workspace and shown only to those who see what they mean."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from assistant.agency.tables import Sensitivity
from assistant.outcome import Learned, Lesson, Teaches
from assistant.permissions.policy import Grant, Scope
from assistant.store import records
from assistant.store.snapshots import Workspace

if TYPE_CHECKING:
    from assistant.permissions.house import House
    from assistant.permissions.view import View

RECORDS = "taught"


def may_teach_all(grants: Mapping[Sensitivity, Grant]) -> bool:
    """Whether what somebody teaches holds for everybody: only who sees everything knows what a word would hide."""
    return all(grant.scope is Scope.ALL for grant in grants.values())


def remember(house: "House", view: "View", outcomes: Iterable[object], at: datetime) -> None:
    """Keep what was taught, and what was forgotten again, in the order it was said."""
    for one in outcomes:
        if isinstance(one, Learned) and one.lesson:
            kept = {"at": at.isoformat(), "who": view.viewer.email, "forgets": one.forgets, **one.lesson.to_json()}
            records.append(house.workspace, RECORDS, kept)


def lessons(workspace: Workspace, email: str) -> tuple[Lesson, ...]:
    """All that holds for somebody, their own before what holds for everybody, each in the order it was taught."""
    return _lessons_in(records.content(workspace, RECORDS), email.casefold())


@lru_cache(maxsize=64)
def _lessons_in(content: bytes, email: str) -> tuple[Lesson, ...]:
    known: dict[tuple[str, str, str], Lesson] = {}
    for record in records.records_in(content.split(b"\n")):
        one = _read(record)
        if one is None or one.for_whom not in ("", email):
            continue
        key = (one.for_whom, one.said, "breakdown" if one.teaches is Teaches.BREAKDOWN else "word")
        known.pop(key, None)
        if not record.get("forgets"):
            known[key] = one
    return tuple(sorted(known.values(), key=lambda one: not one.for_whom))


def _read(record: Mapping[str, Any]) -> Lesson | None:
    """A lesson as it was kept; None for a line that is no lesson."""
    names = ("said", "means", "label", "field", "for_whom", "by")
    if record.get("teaches") not in list(Teaches) or not all(isinstance(record.get(one), str) for one in names):
        return None
    return Lesson(teaches=Teaches(record["teaches"]), **{one: record[one] for one in names})


def visible(taught: Iterable[Lesson], view: "View") -> Iterator[Lesson]:
    """The lessons whose meaning the viewer may see: a nickname of what is hidden does not exist."""
    for one in taught:
        if one.teaches is not Teaches.NAME or any(name.id == one.means for name in view.named(one.field)):
            yield one
