"""What a workspace remembers of the exports it has read: how their dates go, and what their columns were."""

import re
import tomllib
from collections.abc import Mapping, Sequence

from assistant.errors import UsageError
from assistant.settings import FILE, settings_from
from ingest.connector import Canonical

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_NEXT_SECTION = re.compile(r"^\s*\[", re.MULTILINE)
_ORDER = re.compile(r"^[ \t]*date_order[ \t]*=.*$", re.MULTILINE)


def with_order(text: str, system: str, order: str) -> str | None:
    """The text of workspace.toml that also says how the dates of a system go, all else as it stands.

    None if it cannot be written there without touching something else.
    """
    key = system if _BARE_KEY.fullmatch(system) else f'"{system}"'
    line = f'date_order = "{order}"'
    header = re.compile(
        rf"^[ \t]*\[[ \t]*sources[ \t]*\.[ \t]*[\"']?{re.escape(system)}[\"']?[ \t]*\].*$", re.MULTILINE
    )
    found = header.search(text)
    if found is None:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        return _checked(text, f"{text}{gap}[sources.{key}]\n{line}\n", system, order)
    after = _NEXT_SECTION.search(text, found.end())
    end = after.start() if after else len(text)
    body = text[found.end() : end]
    body = _ORDER.sub(line, body, count=1) if _ORDER.search(body) else f"\n{line}{body}"
    return _checked(text, text[: found.end()] + body + text[end:], system, order)


def _checked(text: str, changed: str, system: str, order: str) -> str | None:
    """The changed text, if it says what it should and nothing else differs."""
    try:
        settings_from(changed, FILE)
        was, now = tomllib.loads(text), tomllib.loads(changed)
    except (tomllib.TOMLDecodeError, UsageError):
        return None
    was.setdefault("sources", {}).setdefault(system, {})["date_order"] = order
    return changed if was == now else None


def signature_of(one: Canonical) -> dict[str, list[str]]:
    """The columns of an export, under its name."""
    return {one.report: list(one.header)} if one.report else {}


def drift(one: Canonical, known: Mapping[str, Sequence[str]], file: str) -> str | None:
    """A sentence where the columns of an export are others than those of the last one."""
    last = known.get(one.report)
    if last is None:
        return None
    new = [name for name in one.header if not _among(name, last)]
    gone = [name for name in last if not _among(name, one.header)]
    parts = [
        f"{word} {', '.join(f'“{name}”' for name in names)}" for word, names in (("new", new), ("gone", gone)) if names
    ]
    return (
        f"{file}: the columns of {one.report} have changed since the last one: {'; '.join(parts)}." if parts else None
    )


def _among(name: str, names: Sequence[str]) -> bool:
    return name.casefold() in {other.casefold() for other in names}
