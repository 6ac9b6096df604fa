"""The reference SQL of every metric: one SELECT each, written from the glossary, and the views they share."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from assistant.errors import MetricError

_HERE = files("assistant.metrics.reference")
_ASKED = re.compile(r"\b(FROM|JOIN)\s+asked\b")
_DAYS = re.compile(r"\basked\.(first_day|last_day|to_date)\b|(?<![\w.])(first_day|last_day)\b")
_USES = re.compile(r"\A-- uses:(?P<names>[^\n]*)\n")


@dataclass(frozen=True)
class ReferenceSQL:
    """A metric's reference: the views to create, each after those it uses, and the SELECT."""

    views: tuple[tuple[str, str], ...]
    select: str

    @cached_property
    def depends_on_days(self) -> bool:
        """Whether the slices are others when other days are asked about."""
        return any(_looks_at_days(text) for text in (self.select, *(text for _, text in self.views)))

    @cached_property
    def listens_to_approval(self) -> bool:
        """Whether only approved time counts where the settings require approval."""
        return any("asked.approval_required" in text for text in (self.select, *(text for _, text in self.views)))


def _looks_at_days(text: str) -> bool:
    """Whether it reads a day that is asked about, by its full name or by its own alone."""
    code = "\n".join(line.split("--")[0] for line in text.splitlines())
    return _ASKED.search(code) is not None and _DAYS.search(code) is not None


@cache
def load(metric: str) -> ReferenceSQL:
    """Read the reference of `metric`; a first line `-- uses: a, b` names the views a file stands on."""
    select = _read(f"{metric}.sql")
    found: dict[str, str] = {}
    for name in _uses(select):
        _collect(name, found, above=(metric,))
    return ReferenceSQL(tuple(found.items()), select)


def _collect(name: str, found: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        loop = " > ".join((*above, name))
        raise MetricError(f"The reference view {name} uses itself ({loop}). Untie the loop in `-- uses:`.")
    if name in found:
        return
    text = _read(f"views/{name}.sql")
    for below in _uses(text):
        _collect(below, found, (*above, name))
    found[name] = text


def _uses(text: str) -> tuple[str, ...]:
    named = _USES.match(text)
    return tuple(name.strip() for name in named["names"].split(",")) if named else ()


def _read(path: str) -> str:
    place = _HERE / path
    if not place.is_file():
        message = f"There is no reference SQL at assistant/metrics/reference/{path}. Write it from the glossary."
        raise MetricError(message)
    return place.read_text(encoding="utf-8")
