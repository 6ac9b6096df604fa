"""The head of a note: front matter, or lines such as "Project: ADR-BOOK" before its text."""

import re
from collections.abc import Iterable, Mapping, Sequence

CALLED: Mapping[str, tuple[str, ...]] = {
    "project": ("project", "project code", "project name", "production", "job", "matter", "engagement"),
    "client": ("client", "customer", "account", "company", "organisation", "organization", "studio"),
    "date": ("date", "on", "held on", "meeting date", "created", "when", "sent"),
    "kind": ("kind", "type", "note type", "category"),
    "visibility": ("visibility", "visible to", "audience", "shared with", "access"),
    "author": ("author", "by", "written by", "from", "minutes", "minutes by", "notes by", "note taker", "owner"),
    "title": ("title", "subject", "topic", "re"),
    "present": ("present", "attendees", "attending", "participants", "in the room", "who"),
}
"""What each field may be called in a head."""

FIELDS = {name: field for field, names in CALLED.items() for name in names}

TELLING = frozenset({"project", "client", "date", "kind", "visibility", "author"})
"""Fields one of which must be there for lines to be a head, and not the beginning of a conversation."""

ALSO_IN_HEADS = frozenset({"to", "cc", "tags", "status", "location", "place", "time", "duration", "apologies", "next"})

_LINE = re.compile(r"^\W{0,4}\s*\**(?P<name>[A-Za-z][A-Za-z _-]{0,24}?)\**\s*:\**\s*(?P<value>\S.*)?$")
_FENCE = re.compile(r"^(---|\+\+\+)\s*$")


def field_named(name: str) -> str | None:
    """Which field a name in a head stands for."""
    return FIELDS.get(" ".join(name.replace("_", " ").replace("-", " ").split()).casefold())


def front_matter(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The fields between two fences at the very top, and how many lines they take; nothing where there are none."""
    if not lines or not _FENCE.match(lines[0].lstrip("\ufeff")):
        return {}, 0
    fence = lines[0].lstrip("\ufeff").strip()
    end = next((at for at, line in enumerate(lines[1:200], 1) if line.strip() in (fence, "...")), None)
    if end is None:
        return {}, 0
    return _pairs(lines[1:end], separator=r"[:=]"), end + 1


def _pairs(lines: Iterable[str], separator: str) -> dict[str, str]:
    """`key: value` lines by field; lists over several lines are joined."""
    found: dict[str, str] = {}
    known: str | None = None
    for line in lines:
        item = re.match(r"\s+-\s+(.*)|\s*-\s+(.*)", line)
        pair = re.match(rf"\s*([\w -]+?)\s*{separator}\s*(.*)$", line)
        if item and known:
            value = _unquoted(item.group(1) or item.group(2) or "")
            found[known] = ", ".join(one for one in (found.get(known, ""), value) if one)
        elif pair:
            known = field_named(pair.group(1))
            value = _unquoted(pair.group(2))
            if known and value and known not in found:
                found[known] = value
    return found


def _unquoted(value: str) -> str:
    value = re.sub(r"\s+#\s.*$", "", value).strip() if not value.strip().startswith(("'", '"')) else value.strip()
    if value.startswith("[") and value.endswith("]"):
        value = ", ".join(part.strip().strip("'\"") for part in value[1:-1].split(","))
    return value.strip().strip("'\"").strip()


def header_lines(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The fields of the lines at the top, up to the first that is none, and how many lines they take."""
    found: dict[str, str] = {}
    taken = 0
    for line in lines[:20]:
        pair = _LINE.match(line.strip())
        name = pair["name"].strip().casefold() if pair else ""
        known = field_named(name) if pair else None
        if pair is None or (known is None and name not in ALSO_IN_HEADS):
            break
        taken += 1
        value = (pair["value"] or "").strip().strip("*").strip()
        if known and value:
            found.setdefault(known, value)
    if not TELLING & set(found) or (taken == 1 and not {"project", "client", "date"} & set(found)):
        return {}, 0
    return found, taken
