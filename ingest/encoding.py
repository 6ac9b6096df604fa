"""From the bytes of a text file to UTF-8, whatever they were written in."""

from dataclasses import dataclass

from assistant.errors import SourceError
from ingest.alphabets import ENCODINGS, Told, told

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LOOKED_AT = 4096
_MOST = 0.3
"""Every other byte of Western text in UTF-16 is 0; this share of all bytes is beyond chance."""
_ALLOWED_CONTROLS = b"\t\n\r\x0b\x0c\x1a\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _ALLOWED_CONTROLS)


@dataclass(frozen=True)
class Text:
    """The text of a file as UTF-8, what it was written in, and what is worth saying about that."""

    content: bytes
    encoding: str
    notices: tuple[str, ...] = ()


AS_A_TABLE = "CSV (UTF-8)"


def decoded(content: bytes, file: str, save_as: str = AS_A_TABLE) -> Text:
    """Read bytes as text: by their mark, else UTF-16 if they look like it, UTF-8, or by what their letters spell.

    `save_as` is what is advised where letters may be wrong.

    SourceError when they are no text or were cut off.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding, file)
    wide = _unmarked_utf16(content)
    if wide:
        return _marked(content, wide, file)
    if b"\0" in content:
        place = content.index(b"\0")
        row = content[:place].count(b"\n") + 1
        raise SourceError(f"{file} is not a text file (there is a NUL byte in line {row}). Save it as CSV (UTF-8).")
    try:
        if not content.isascii():
            content.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(content, error, file)
        return _of_one_byte(content, file, save_as)
    return Text(_even_lines(content), "utf-8")


def _marked(content: bytes, encoding: str, file: str) -> Text:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end >= len(content) and encoding != "utf-8":
            raise SourceError(
                f"{file} ends in the middle of a character: it looks cut off. Export it again."
            ) from error
        if error.reason == "unexpected end of data":
            raise SourceError(
                f"{file} ends in the middle of a character: it looks cut off. Export it again."
            ) from error
        row = content[: error.start].count(b"\n") + 1
        raise SourceError(f"{file} has damaged characters (line {row}). Save it again as CSV (UTF-8).") from error
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise SourceError(f"{file} is not a text file (there is a NUL byte in line {row}). Save it as CSV (UTF-8).")
    return Text(_even_lines(text.encode()), encoding)


def _unmarked_utf16(content: bytes) -> str | None:
    head = content[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) * _MOST or min(even, odd) > len(head) * _MOST / 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_damaged(content: bytes, error: UnicodeDecodeError, file: str) -> None:
    """UTF-8 of which a few bytes are wrong would come out as other letters in any other encoding."""
    if error.reason == "unexpected end of data" and not content[: error.start].isascii():
        raise SourceError(f"{file} ends in the middle of a character: it looks cut off. Export it again.") from error
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    letters = len(text) - len(text.encode("ascii", "ignore")) - wrong
    if letters > wrong:
        row = content[: error.start].count(b"\n") + 1
        raise SourceError(f"{file} has damaged characters (line {row}). Save it again as CSV (UTF-8).") from error


def _of_one_byte(content: bytes, file: str, save_as: str) -> Text:
    if len(content.translate(None, _CONTROLS)) != len(content):
        raise SourceError(f"{file} is not a text file. Save it as CSV (UTF-8).")
    found = told(content)
    encoding = found.taken.encoding if found else "latin-1"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        encoding = "latin-1"
        text = content.decode(encoding)
    name = ENCODINGS.get(encoding, "Latin-1")
    doubt = _in_doubt(found) if found else ""
    by = "" if encoding in ("cp1252", "latin-1") else ", by its letters"
    notice = f"{file} is not UTF-8 and was read as {name}{by}{doubt}; if names look wrong, save it as {save_as}."
    return Text(_even_lines(text.encode()), encoding, (notice,))


def _in_doubt(found: Told) -> str:
    """What else it could be as well, with a word that would be another one then."""
    words = found.differing
    if found.other is None or words is None:
        return ""
    return f" (it could be {found.other.spoken}, too: “{words[0]}” would be “{words[1]}”)"


def _even_lines(text: bytes) -> bytes:
    """Lines of old Macs end in a carriage return alone."""
    return text.replace(b"\r", b"\n") if b"\r" in text and b"\n" not in text else text
