"""What is asked of the notes, and periods as a plan writes them."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.agency.periods import Period
from assistant.notes.sought import Sought


class LookFor(StrEnum):
    """What is looked for in notes."""

    PASSAGES = "passages"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    RISKS = "risks"
    DATES = "dates"
    MEETINGS = "meetings"
    LAST_TIME = "last time"


@dataclass(frozen=True)
class Notes:
    """What is looked for in the notes: passages about a `topic`, or statements of a kind, about it or about anything.

    `kinds` of notes only (status, email …); `last` is how many of the newest notes. `person` is whose actions are
    asked about, or who is to have said it, by id, `person_said` their name. `by_client` is what somebody of the client
    said. `open_only` leaves out what is done; `due` are the days by which actions are to be done, and `overdue` leaves
    those whose day has passed. `beside` a number, what the notes say of it is told as well, if anything. `sought`
    is the kind of answer an open question wants: then only sentences that could be it are told. `told_by` is what
    statements are told by one after the other: "client", "project" or "owner".
    """

    look_for: LookFor = LookFor.PASSAGES
    topic: str = ""
    kinds: tuple[str, ...] = ()
    last: int | None = None
    person: tuple[str, ...] = ()
    person_said: str = ""
    by_client: bool = False
    open_only: bool = False
    due: Period | None = None
    overdue: bool = False
    beside: bool = False
    sought: Sought | None = None
    told_by: str = ""

    def to_json(self) -> dict[str, object]:
        """The part of a plan that is about notes."""
        return {
            "look_for": self.look_for.value,
            "topic": self.topic or None,
            "kinds": list(self.kinds),
            "last": self.last,
            "person": self.person_said or None,
            "open_only": self.open_only,
            **({"by_client": True} if self.by_client else {}),
            **({"due": period_json(self.due)} if self.due else {}),
            **({"overdue": True} if self.overdue else {}),
            **({"sought": self.sought.value} if self.sought else {}),
            **({"told_by": self.told_by} if self.told_by else {}),
        }


def period_json(period: Period) -> dict[str, object]:
    """A period with both ends as ISO dates; a state has only an end."""
    start = {} if period.start is None else {"start": period.start.isoformat()}
    return {**start, "end": period.end.isoformat(), "label": period.label}
