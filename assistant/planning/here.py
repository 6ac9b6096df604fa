"""What a question is planned with: its words, the asker's view, the vocabulary and the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.metrics.definition import Metric
from assistant.planning.names_kept import Place, veiled, whole_names
from assistant.planning.vocabulary import Vocabulary

if TYPE_CHECKING:
    from assistant.agency.periods import Calendar
    from assistant.permissions.view import View


@dataclass(frozen=True)
class Here:
    """The fixed surroundings of one question; `text` is the cleaned question all positions refer to."""

    text: str
    today: date
    view: "View"
    vocabulary: Vocabulary
    known_on: date | None = None
    """The day whose knowledge is asked for; the view is of that day, too."""

    @cached_property
    def whole_names(self) -> tuple[Place, ...]:
        """Where whole names stand in the question that can be nothing else."""
        return whole_names(self.text, self.vocabulary, self.today, self.calendar)

    @cached_property
    def nameless(self) -> str:
        """The question as those read it who look for words of ours: none of them is in a name; places are the same."""
        return veiled(self.text, self.whole_names)

    @property
    def knows_until(self) -> date:
        """The last day that has come for whoever answers: today, or the day whose knowledge is asked for."""
        return min(self.today, self.known_on or self.today)

    @property
    def catalogue(self) -> Mapping[str, Metric]:
        """Every metric there is, by name."""
        return self.vocabulary.catalogue

    @property
    def calendar(self) -> "Calendar":
        """How years and weeks are counted."""
        return self.view.calendar

    @property
    def bare(self) -> str:
        """The question without the sign at its end."""
        return self.text.rstrip("?!. ")

    def saying(self, text: str) -> "Here":
        """The same with another text; where the text is the same, with what is known of it already."""
        return self if text == self.text else Here(text, self.today, self.view, self.vocabulary, self.known_on)

    def instead(self, span: tuple[int, int], words: str) -> str:
        """The question with other words in one place: a complete question again."""
        return f"{self.text[: span[0]]}{words}{self.text[span[1] :]}"
