"""What an answer quotes: the sentence, the passage around it, and the note it stands in."""

from dataclasses import dataclass
from datetime import date

from assistant.excerpts import Excerpt
from assistant.notes.text import readable


@dataclass(frozen=True)
class Citation:
    """One quote; `before`, `marked` and `after` are the passage as a reader wants it, cut at the sentence.

    `guessed` are the things that stand not in the note's head and were told from its path or title.
    """

    note: str
    quote: str
    title: str
    day: date | None
    kind: str | None
    heading: str
    speaker: str
    before: str
    marked: str
    after: str
    guessed: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The citation as `interface.md` writes it, with what is known of the note beside it."""
        return {
            "note": self.note,
            "quote": self.quote,
            "title": self.title,
            "date": self.day.isoformat() if self.day else None,
            "kind": self.kind,
            "heading": self.heading or None,
            "speaker": self.speaker or None,
            "passage": self.before + self.marked + self.after,
            "guessed": list(self.guessed),
        }


def cited(one: Excerpt) -> Citation:
    """An excerpt as a citation."""
    note, text = one.note, one.passage.text
    return Citation(
        note=note.note_id,
        quote=one.quote,
        title=note.title,
        day=note.date,
        kind=note.kind,
        heading=one.passage.heading,
        speaker=one.passage.speaker,
        before=readable(text[: one.start]),
        marked=readable(one.quote),
        after=readable(text[one.end :]),
        guessed=note.guessed,
    )
