"""E-mails: who wrote when about what, what they wrote, and what came with it."""

import email
import re
from collections.abc import Iterator
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage
from email.policy import default
from typing import cast

from assistant.errors import SourceError
from ingest.alphabets import told
from ingest.notes.document import MOST_TEXT, Attached, Document
from ingest.notes.head import field_named
from ingest.notes.markdown import plain_text
from ingest.notes.web import web

_ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_QUOTED = re.compile(
    r"^(On .{5,120} wrote:|Am .{5,120} schrieb.*:|-{3,} ?Original Message ?-{3,}.*|_{10,})\s*$", re.IGNORECASE
)
_SIGNATURE = "-- "
_MOST_ATTACHED = 50


def mail(content: bytes, file: str) -> Document:
    """An e-mail as a note with its attachments; SourceError when it is encrypted or no e-mail."""
    message = email.message_from_bytes(content, policy=default)
    if message.get_content_type() in _ENCRYPTED:
        raise SourceError(f"{file} is encrypted. Save it decrypted.")
    if not message.keys():
        raise SourceError(f"{file} is no e-mail: it has no header. Export it again.")
    body = _body(message)
    return Document(body.blocks, {**_head(message), **_stated(message, body)}, tuple(_attached(message)))


def _stated(message: EmailMessage, body: Document) -> dict[str, str]:
    """What was written about the note itself, in its text or in headers such as X-Project."""
    own = {name: value for name, value in body.head.items() if name not in ("author", "title")}
    for name, value in message.items():
        known = field_named(name[2:]) if name.lower().startswith("x-") else None
        if known:
            own[known] = _said(value)
    return own


def _head(message: EmailMessage) -> dict[str, str]:
    found = {"kind": "email"}
    sender, sent = message["From"], message["Date"]
    if isinstance(sender, AddressHeader) and sender.addresses:
        first = sender.addresses[0]
        found["author"] = _said(first.display_name or first.addr_spec)
    if isinstance(sent, DateHeader) and sent.datetime is not None:
        found["date"] = sent.datetime.date().isoformat()
    if message["Subject"]:
        found["title"] = _said(message["Subject"])
    others = ", ".join(_said(message[name]) for name in ("To", "Cc") if message[name])
    return found | ({"present": others} if others else {})


def _said(value: object) -> str:
    """A header as text; letters that were sent as they are, and not encoded as a header should be, are UTF-8."""
    whole = str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(whole.split())


def _body(message: EmailMessage) -> Document:
    part = message.get_body(("plain", "html"))
    if part is None:
        return Document(())
    text = _text(cast("EmailMessage", part))
    return web(text) if part.get_content_type() == "text/html" else plain_text(_own_words(text))


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        return raw.decode(charset)[:MOST_TEXT]
    except (LookupError, UnicodeDecodeError):
        return _guessed(raw)[:MOST_TEXT]


def _guessed(raw: bytes) -> str:
    """Words in an encoding nobody knows, or in none that was stated: UTF-8 where they are, else by their letters."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        found = told(raw)
        return raw.decode(found.taken.encoding if found else "cp1252", "replace")


def _own_words(text: str) -> str:
    """The mail without the one it answers, where that is quoted below, and without its signature."""
    lines = text.replace("\r\n", "\n").split("\n")
    for at, line in enumerate(lines):
        begins = _QUOTED.match(line) or line == _SIGNATURE
        if begins and any(one.strip() for one in lines[:at]):
            return "\n".join(lines[:at])
    return text


def _attached(message: EmailMessage) -> Iterator[Attached]:
    for number, part in enumerate(message.iter_attachments()):
        if number >= _MOST_ATTACHED:
            return
        inner = part.get_payload(decode=True)
        if part.get_content_type() == "message/rfc822":
            inside = part.get_payload()
            inner = cast("EmailMessage", inside[0]).as_bytes() if isinstance(inside, list) and inside else b""
        name = part.get_filename() or f"attachment {number + 1}{_ENDINGS.get(part.get_content_type(), '')}"
        if isinstance(inner, bytes):
            yield Attached(name.replace("/", "_").replace("\\", "_"), inner)


_ENDINGS = {"message/rfc822": ".eml", "text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
