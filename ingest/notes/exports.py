"""Notes as other systems export them: a table with a row a note (HubSpot, Pipedrive, Monday, or one's own)."""

import hashlib
import re
from collections.abc import Mapping, Sequence

from ingest.notes.document import Document
from ingest.notes.gathering import READER, Read, read_note
from ingest.notes.markdown import plain_text
from ingest.notes.web import web
from ingest.sheet import Sheet

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("hs_note_body", "property_hs_note_body", "note body", "note content", "note - content", "update content"),
        *("hs_meeting_body", "hs_call_body", "hs_email_text", "body", "content", "text", "note", "comment", "message"),
        *("body preview", "minutes", "description"),
    ),
    "id": ("engagement_id", "record id", "note id", "note - id", "post id", "hs_object_id", "id", "object id"),
    "date": (
        *("property_hs_timestamp", "hs_timestamp", "activity date", "note date", "date", "note - add time", "add time"),
        *("created at", "create date", "createdate", "property_hs_createdate", "hs_createdate", "updated at"),
    ),
    "author": (
        *("activity assigned to", "owner", "author", "user", "created by", "note - user", "note owner", "written by"),
        *("property_hubspot_owner_id", "hubspot_owner_id"),
    ),
    "client": (
        *("associated company", "associated company (primary)", "company", "company name", "client", "customer"),
        *("organization", "organisation", "note - organization", "account"),
    ),
    "project": ("project", "project code", "project name", "associated project", "board", "production"),
    "title": ("title", "subject", "note title", "hs_meeting_title", "item name", "associated deal", "deal", "topic"),
    "kind": ("type", "kind", "activity type", "content type"),
    "visibility": ("visibility", "visible to"),
}
"""What each field is called in such tables, the surest first."""

_SURE = frozenset(COLUMNS["text"][:6])
_MARKUP = re.compile(r"<(?:p|div|br|ul|ol|li|span|strong|em|a|h\d)\b[^>]*>", re.IGNORECASE)
_GONE = ("_fivetran_deleted", "archived", "hs_archived", "deleted")
_YES = frozenset(("true", "1", "yes"))


def holds_notes(header: Sequence[str]) -> bool:
    """Whether a table is one of notes: it has a text, a day, and something that says whose the text is."""
    found = _columns(header)
    sure = found.get("text", "").strip().casefold() in _SURE
    return "text" in found and "date" in found and (sure or bool(found.keys() & {"client", "project", "author"}))


def notes_in(sheet: Sheet, source: str) -> tuple[Read, ...]:
    """The notes in a table that `holds_notes`; a row without text, or that was deleted there, is none."""
    columns = _columns(sheet.header)
    gone = [name for name in sheet.header if name.strip().casefold() in _GONE]
    rows = sheet.sample(len(sheet))
    found = []
    for number, row in enumerate(rows):
        text = (row.get(columns["text"]) or "").strip()
        if not text or any((row.get(one) or "").strip().casefold() in _YES for one in gone):
            continue
        found.append(_note(sheet, row, columns, number, source))
    return tuple(found)


def _note(sheet: Sheet, row: Mapping[str, str], columns: Mapping[str, str], number: int, source: str) -> Read:
    said = {field: (row.get(name) or "").strip() for field, name in columns.items()}
    known = said.get("id") or f"row {number + 1}"
    body = web(said["text"]) if _MARKUP.search(said["text"]) else plain_text(said["text"])
    head = {name: value for name, value in said.items() if value and name not in ("text", "id")}
    if head.get("kind", "").casefold() in ("note", "engagement", "update", "post"):
        del head["kind"]
    document = Document(body.blocks, head)
    digest = hashlib.sha256(f"{READER}\0{sorted(said.items())}".encode()).hexdigest()[:32]
    return read_note(f"{sheet.file}#{known}", digest, document, source, row=number + 2)


def _columns(header: Sequence[str]) -> dict[str, str]:
    """For each field the column of this table that holds it."""
    names = {" ".join(one.split()).casefold(): one for one in reversed(header)}
    return {
        field: names[found]
        for field, called in COLUMNS.items()
        if (found := next((one for one in called if one in names), ""))
    }
