"""The archive a workbook is: opened only if what it unpacks to is bounded, and told the truth about."""

import io
import zipfile
import zlib

from assistant.errors import SourceError

LARGEST = 1_500_000_000
"""Bytes that all parts of a workbook unpack to."""
_SUSPICIOUS_SIZE = 50_000_000
_SUSPICIOUS_RATIO = 300
_MOST_PARTS = 5000
_ENCRYPTED = 0x1
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_LOOKED_AT = 4096


def parts_of(content: bytes, file: str) -> dict[str, bytes]:
    """Every XML part of a workbook by its path, unpacked; SourceError for a bomb and for what is torn."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _refuse_bomb(entries, file)
            return {one.filename: _part(archive, one, file) for one in entries if _is_xml(one.filename)}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise SourceError(f"{file} is damaged or cut off and cannot be opened. Save it again.") from error


def _refuse_bomb(entries: list[zipfile.ZipInfo], file: str) -> None:
    size, packed = sum(one.file_size for one in entries), sum(one.compress_size for one in entries)
    ratio = size / max(packed, 1)
    if size > LARGEST or (size > _SUSPICIOUS_SIZE and ratio > _SUSPICIOUS_RATIO) or len(entries) > _MOST_PARTS:
        raise SourceError(
            f"{file} unpacks to {size / 1e6:,.0f} MB, {ratio:,.0f} times its size, and was not opened. "
            "Save the tables as CSV (UTF-8)."
        )
    if len({one.filename for one in entries}) < len(entries):
        raise SourceError(f"{file} holds two parts of one name and was not opened. Save it again.")
    if any(one.flag_bits & _ENCRYPTED for one in entries):
        raise protected(file)


def protected(file: str) -> SourceError:
    """The error for a workbook that asks for a password."""
    return SourceError(f"{file} is protected by a password. Save it without one.")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".bin"))


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: str) -> bytes:
    """One part; no more is unpacked than its entry says, and what says too little is refused by its checksum."""
    with archive.open(entry) as stream:
        content = stream.read()
    if any(mark in content[:_LOOKED_AT] for mark in _ENTITIES):
        raise SourceError(f"{file} defines entities in its XML, as no spreadsheet does, and was not opened.")
    return content
