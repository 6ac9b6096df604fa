"""A language model may sum up the passages an answer quotes, where the settings let it read them.

It sees what was looked for and the passages of this answer, as one JSON text, and fills in a form: sentences, each with
the passages it is taken from. A sentence is shown only if one of these bears it out (every number, date, name and
denial, and four of five of its words); all others are dropped. What reads as an order to a machine is not sent, and
bears nothing out. Where no sentence is left, or the model does not answer, the quotes stand alone.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from assistant import llm
from assistant.excerpts import Excerpt
from assistant.llm import Line, Message, ModelError
from assistant.notes.addressed import is_addressed_to_a_machine, without_what_is_addressed
from assistant.notes.support import supported
from assistant.notes.text import sentences
from assistant.permissions.notes import Passage
from prompts import prompt

SUMMED_UP = (
    "The first lines were written by a language model, which was sent the passages below because the settings say "
    "sums_up_notes = true; what no passage bears out was left out."
)
NOT_SUMMED_UP = "The language model that sums up notes gave nothing that the passages bear out, so they stand alone."

MOST = 4
"""Sentences of a summary."""

LONGEST = 320
"""Letters of one sentence."""

_NO_PLAIN_WORDS = re.compile(r"[<>{}\[\]|`\\\n]|://|www\.|\S@\S")


class Sentence(BaseModel):
    """One sentence, and the numbers of the passages that say it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, max_length=2000)
    passages: list[int] = Field(min_length=1, max_length=20)


class Summary(BaseModel):
    """What the passages say, in a few sentences."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sentences: list[Sentence] = Field(max_length=20)


@dataclass(frozen=True)
class Borne:
    """A sentence that may be shown, and the places, from 1, of the quotes whose passages bear it out."""

    text: str
    quotes: tuple[int, ...]

    @property
    def marks(self) -> str:
        """The places as a reader meets them: [1] [3]."""
        return " ".join(f"[{one}]" for one in self.quotes)

    def to_json(self) -> dict[str, object]:
        """For programs: the places are those in `citations`, from 1."""
        return {"sentence": self.text, "citations": list(self.quotes)}


def summed_up(looked_for: str, quoted: Sequence[Excerpt], line: Line) -> tuple[Borne, ...]:
    """The sentences that the passages of these quotes bear out; none where the model has none, or does not answer."""
    passages = passages_of(quoted)
    try:
        said = _said(messages(looked_for, passages), line)
    except ModelError:
        return ()
    found = (_borne(one, passages, quoted) for one in said[:MOST])
    return tuple({one.text: one for one in found if one}.values())


def passages_of(quoted: Sequence[Excerpt]) -> tuple[Passage, ...]:
    """The passages of the quotes, each once, in their order; by their places, from 1, the model knows them."""
    return tuple({(one.note.note_id, one.passage.place): one.passage for one in quoted}.values())


def messages(looked_for: str, passages: Sequence[Passage]) -> tuple[Message, ...]:
    """Exactly what is sent: the instructions, and what was looked for with the passages as JSON."""
    told = [
        {
            "number": number,
            "heading": without_what_is_addressed(one.heading),
            "speaking": without_what_is_addressed(one.speaker),
            "text": without_what_is_addressed(one.text),
        }
        for number, one in enumerate(passages, 1)
    ]
    data = json.dumps({"looked_for": looked_for, "passages": told}, ensure_ascii=False, indent=1)
    return (Message("system", prompt("sum_up_notes", most=str(MOST))), Message("user", data))


@lru_cache(maxsize=256)
def _said(asked: tuple[Message, ...], line: Line) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The sentences as the model wrote them; the same is asked once."""
    answered = llm.ask_for(Summary, asked, line).value
    found = answered.sentences if answered else []
    return tuple((" ".join(one.text.split()), tuple(one.passages)) for one in found)


def _borne(said: tuple[str, tuple[int, ...]], passages: Sequence[Passage], quoted: Sequence[Excerpt]) -> Borne | None:
    """A sentence with those of its passages that bear it out; None where none does."""
    text, numbers = said
    whole = len(list(sentences(text))) == 1 and len(text) <= LONGEST
    if not whole or _NO_PLAIN_WORDS.search(text) or is_addressed_to_a_machine(text):
        return None
    cited = [passages[one - 1] for one in numbers if 0 < one <= len(passages)]
    bearing = [one for one in cited if supported(text, _text(one)).holds]
    places = tuple(_quote_of(one, text, quoted) for one in bearing)
    return Borne(text, tuple(sorted(places))) if places else None


def _quote_of(passage: Passage, text: str, quoted: Sequence[Excerpt]) -> int:
    """The place, from 1, of the quote from a passage that says it, or of its first quote where none does by itself."""
    of_it = [(at, one.quote) for at, one in enumerate(quoted, 1) if one.passage == passage]
    return next((at for at, quote in of_it if supported(text, quote).holds), of_it[0][0])


def _text(passage: Passage) -> str:
    """What may bear a sentence out."""
    said = without_what_is_addressed(f"{passage.speaker}: {passage.text}" if passage.speaker else passage.text)
    return f"{without_what_is_addressed(passage.heading)}\n{said}"
