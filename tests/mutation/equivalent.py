"""Faults that change nothing, each with the reason: they are counted apart, and must stay what they are said to be."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.trial import Fault

LISTED = Path(__file__).with_name("equivalent.toml")


@dataclass(frozen=True)
class Equivalent:
    """Every fault that says one thing of one line of a file, or the one of that number."""

    file: str
    line: str
    what: str
    reason: str
    number: int | None = None

    def means(self, fault: Fault) -> bool:
        """Whether a fault is the one it speaks of."""
        said = (fault.file, fault.line, fault.what) == (self.file, self.line, self.what)
        return said and self.number in (None, fault.number)


def listed(path: Path = LISTED) -> list[Equivalent]:
    """The list, as it stands in its file."""
    return [Equivalent(**one) for one in tomllib.loads(path.read_text(encoding="utf-8"))["fault"]]


def speaking_of_none(equivalents: Iterable[Equivalent], faults: Sequence[Fault]) -> list[Equivalent]:
    """Those whose line has changed or gone: they are to be looked at again, or taken off the list."""
    return [one for one in equivalents if not any(one.means(fault) for fault in faults)]
