"""The words that rank along time: by how long something is, and by the day it was or will be."""

from collections.abc import Mapping

from assistant.planning.words import End

LONG: Mapping[str, End] = {
    "longest": End.HIGH,
    "slowest": End.HIGH,
    "shortest": End.LOW,
    "fastest": End.LOW,
    "quickest": End.LOW,
}
"""Words that rank by how long something is or takes, with the end of the spans they mean."""

LAST_DAYS = frozenset({
    "latest", "newest", "most recent", "most recently", "recent", "last", "latest first", "newest first",
    "most recent first",
})  # fmt: skip
FIRST_DAYS = frozenset({
    "oldest", "earliest", "soonest", "first", "next", "oldest first", "earliest first", "soonest first",
})  # fmt: skip
"""Words that rank by a day, the last or the first of them before the others."""
