"""Words that are a month or a weekday only where what stands around them says so: "may", "mar", "sun"."""

from assistant.planning.dates_read_listed import AND
from assistant.planning.dates_words import ANNOUNCE, ANNOUNCE_DAYS, MONTHS, WEEKDAYS, Words

_AT_THE_END = frozenset({"", "?", ".", "!"})
_ASKED_OF = frozenset({
    *("i", "we", "you", "he", "she", "it", "they", "us", "people", "everyone", "everybody", "anyone", "anybody"),
    *("somebody", "someone", "staff", "there", "this", "that", "these", "those", "the", "a", "an", "our", "my"),
    *("your", "his", "her", "their", "no", "any", "all", "be", "have", "take", "go", "get", "see", "ask", "know"),
    *("use", "work", "do", "still", "not", "also", "only", "never", "is", "are", "was", "were", "what", "which"),
    *("who", "how"),
})  # fmt: skip
"""In a sentence with one of these "may" is a verb that helps another."""

_OTHER_TIMES = frozenset(
    {"last", "next", "in", "on", "since", "during", "today", "yesterday", "tomorrow", "and", "or", ","}
)
"""With one of these "may" at the beginning is somebody: "may and june: hours in august"."""


def is_announced(words: Words, at: int) -> bool:
    """As in "in may", "show May hours", "on sun", but neither in "may I see" nor in "for Sun Ltd"."""
    before = words[at - 1] if at else ""
    if words[at] in WEEKDAYS:
        return before in ANNOUNCE_DAYS
    if before in ANNOUNCE or (at > 0 and words.is_capitalised(at)) or _is_one_of_several(words, at):
        return True
    return words[at] in MONTHS and _is_no_verb(words, at)


def _is_no_verb(words: Words, at: int) -> bool:
    # "Hours may": nothing follows that may be done; "may revenue": a row of nouns.
    if at:
        return words[at + 1] in _AT_THE_END
    return words.size > 1 and not any(one in _ASKED_OF or one in _OTHER_TIMES for one in words)


def _is_one_of_several(words: Words, at: int) -> bool:
    # "April may june", "in april may and june": between months it is one, but not in "april may be off".
    if at == 0 or words[at] not in MONTHS:
        return False
    before = words[at - 2] if words[at - 1] in (*AND, ",") and at > 1 else words[at - 1]
    end = at + 1
    while words[end] in (*AND, ","):
        end += 1
    beside = {words[end], before} & MONTHS.keys() - {words[at]}
    return bool(beside) and (
        words[end] in MONTHS or words[at + 1] in {"", "by", "per", "for", "vs", "versus", "?", "."}
    )
