"""Notes as other systems export them: a row a note (HubSpot, Pipedrive, monday, or one's own), or comments in cells.

Names of columns may have what they are of before them ("Note - Content", "Activity - Subject"). The order of day and
month is that of the whole column; a day that could be two is said and left out.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from ingest.dates import UndecidedError, date_order, iso_timestamp
from ingest.notes.comments import comments_in
from ingest.notes.document import Document
from ingest.notes.gathering import READER, Read, read_note
from ingest.notes.markdown import plain_text
from ingest.notes.web import web
from ingest.sheet import Sheet

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("hs_note_body", "property_hs_note_body", "note body", "note content", "update content"),
        *("hs_meeting_body", "hs_call_body", "hs_email_text", "body", "content", "text", "note", "comment", "message"),
        *("comment text", "comment body", "body preview", "minutes", "description"),
    ),
    "id": (
        *("engagement_id", "record id", "note id", "activity id", "comment id", "post id", "hs_object_id", "id"),
        *("object id",),
    ),
    "date": (
        *("property_hs_timestamp", "hs_timestamp", "activity date", "note date", "date", "add time", "created at"),
        *("created on", "created", "marked as done time", "due date", "create date", "createdate"),
        *("property_hs_createdate", "hs_createdate", "updated at"),
    ),
    "author": (
        *("activity assigned to", "owner", "author", "user", "created by", "creator", "note owner", "written by"),
        *("assigned to user", "user name", "commented by", "posted by"),
        *("property_hubspot_owner_id", "hubspot_owner_id"),
    ),
    "client": (
        *("associated company", "associated company (primary)", "company", "company name", "client", "customer"),
        *("organization", "organisation", "account"),
    ),
    "project": ("project", "project code", "project name", "associated project", "board", "production"),
    "title": ("title", "subject", "note title", "hs_meeting_title", "item name", "associated deal", "deal", "topic"),
    "kind": ("type", "kind", "activity type", "content type"),
    "visibility": ("visibility",),
}
"""What each field is called in such tables, the surest first."""

_SURE = frozenset(COLUMNS["text"][:6])
_OF_WHAT = re.compile(r"^(?:notes?|activit(?:y|ies)|comments?|updates?|engagements?) - ")
_SAYS_NO_KIND = frozenset(("note", "engagement", "update", "post", "comment", "reply"))
_ZONE = re.compile(r"\s+\(?(?!AM$|PM$)[A-Z]{2,5}\)?$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MILLISECONDS = re.compile(r"1\d{12}")
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
    days = _days([(row.get(columns["date"]) or "").strip() for row in rows])
    found = []
    for number, row in enumerate(rows):
        text = (row.get(columns["text"]) or "").strip()
        if not text or any((row.get(one) or "").strip().casefold() in _YES for one in gone):
            continue
        said = {field: (row.get(name) or "").strip() for field, name in columns.items()}
        known = said.get("id") or f"row {number + 1}"
        found.append(_note({**said, "date": days[number]}, f"{sheet.file}#{known}", source, number + 2))
    return tuple(found)


def commented_in(sheet: Sheet, source: str) -> tuple[Read, ...]:
    """The comments in the cells of a table of tasks or issues, each as a note."""
    found = list(comments_in(sheet))
    days = _days([one.date for one in found])
    return tuple(
        _note(
            {"text": one.text, "author": one.author, "title": one.title, "project": one.project, "date": day},
            f"{sheet.file}#{one.known_as}",
            source,
            one.row,
        )
        for one, day in zip(found, days, strict=True)
    )


def _days(texts: Sequence[str]) -> list[str]:
    """The days of a column as ISO dates; those that cannot be read, or could be two days, as they were written."""
    plain = [_ZONE.sub("", one) for one in texts]
    try:
        order = date_order(one for one in plain if one and not _MILLISECONDS.fullmatch(one))
    except UndecidedError:
        return list(texts)
    return [_day(one, order) for one in plain]


def _day(text: str, order: str) -> str:
    if _MILLISECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text) / 1000, tz=UTC).date().isoformat()
    written = iso_timestamp(text, order)
    return written[:10] if _ISO.match(written) else text


def _note(said: Mapping[str, str], note_id: str, source: str, row: int) -> Read:
    """One note: its words, and what its row says of it."""
    body = web(said["text"]) if _MARKUP.search(said["text"]) else plain_text(said["text"])
    head = {name: value for name, value in said.items() if value and name not in ("text", "id")}
    if head.get("kind", "").casefold() in _SAYS_NO_KIND:
        del head["kind"]
    document = Document(body.blocks, head)
    digest = hashlib.sha256(f"{READER}\0{sorted(said.items())}".encode()).hexdigest()[:32]
    return read_note(note_id, digest, document, source, row=row)


def _columns(header: Sequence[str]) -> dict[str, str]:
    """For each field the column of this table that holds it."""
    plain = {" ".join(one.split()).casefold(): one for one in reversed(header)}
    names = {_OF_WHAT.sub("", name): own for name, own in plain.items()} | plain
    return {
        field: names[found]
        for field, called in COLUMNS.items()
        if (found := next((one for one in called if one in names), ""))
    }
