"""The head of a note: front matter, or lines such as "Project: ADR-BOOK" before its text."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.notes.document import Block, Kind

CALLED: Mapping[str, tuple[str, ...]] = {
    "project": ("project", "project code", "project name", "production", "job", "matter", "engagement", "projekt"),
    "client": (
        *("client", "customer", "account", "company", "organisation", "organization", "studio"),
        *("kunde", "kundin", "auftraggeber", "mandant"),
    ),
    "date": ("date", "on", "held on", "meeting date", "created", "when", "sent", "datum"),
    "kind": ("kind", "type", "note type", "category", "art", "typ"),
    "visibility": ("visibility", "visible to", "audience", "shared with", "access", "sichtbarkeit", "sichtbar für"),
    "author": (
        *("author", "by", "written by", "from", "minutes", "minutes by", "notes by", "note taker", "owner"),
        *("autor", "autorin", "verfasser", "verfasserin", "protokoll"),
    ),
    "title": ("title", "subject", "topic", "re", "betreff", "titel", "thema"),
    "present": (
        *("present", "attendees", "attending", "participants", "in the room", "who"),
        *("teilnehmer", "teilnehmende", "teilnehmerinnen", "anwesend", "anwesende"),
    ),
}
"""What each field may be called in a head."""

FIELDS = {name: field for field, names in CALLED.items() for name in names}

TELLING = frozenset({"project", "client", "date", "kind", "visibility", "author"})
"""Fields one of which must be there for lines to be a head, and not the beginning of a conversation."""

ALSO_IN_HEADS = frozenset(
    {"to", "cc", "tags", "status", "location", "place", "time", "duration", "apologies", "next", "ort", "zeit"}
)

_LINE = re.compile(
    r"^\W{0,4}\s*\**(?P<name>[^\W\d_][^\W\d]{0,24}?(?:[ _-][^\W\d]{1,12}){0,2})\**\s*:\**\s*(?P<value>\S.*)?$"
)
_ROW = re.compile(r"^\|?\s*\**(?P<name>[^\W\d_][^|:]{0,24}?)\**\s*(?P<colon>:?)\**\s*\|\s*(?P<value>[^|]*?)\s*\|?$")
"""A row of two cells, as a table at the top of a note has them: "Project | NW-PAY"."""

_RULE = re.compile(r"^[\s|:-]*-[\s|:-]*$")
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
        found, taken = header_lines(lines[1:])
        return found, taken + 1 if taken else 0
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
    """The fields of the lines at the top, up to the first that is none, and how many lines they take.

    They are lines such as "Project: NW-PAY", or rows of a table of two columns.
    """
    found: dict[str, str] = {}
    taken = rows = 0
    for line in lines[:20]:
        if rows and _RULE.match(line.strip()):
            taken += 1
            continue
        pair = _LINE.match(line.strip()) or _ROW.match(line.strip())
        name = " ".join(pair["name"].split()).casefold() if pair else ""
        known = field_named(name) if pair else None
        value = (pair["value"] or "").strip(" *|\t") if pair else ""
        if pair is None or (known is None and name not in ALSO_IN_HEADS) or field_named(value):
            break
        taken += 1
        rows += pair.re is _ROW
        if known and value:
            found.setdefault(known, value)
    alone = taken == 1 and (rows or not {"project", "client", "date"} & set(found))
    return ({}, 0) if alone or not TELLING & set(found) else (found, taken)


def head_of(blocks: Sequence[Block]) -> tuple[dict[str, str], list[Block]]:
    """The fields of the first blocks that are no headings, line by line, and the blocks without them."""
    at_the_top = [one for one in blocks[:12] if one.kind is not Kind.HEADING]
    found, taken = header_lines([line for one in at_the_top for line in one.text.split("\n")])
    kept = []
    for one in blocks:
        lines = one.text.count("\n") + 1
        if taken and one.kind is not Kind.HEADING and lines <= taken:
            taken -= lines
        else:
            kept.append(one)
            taken = taken if one.kind is Kind.HEADING else 0
    return found, kept
