"""A fingerprint of visible content: equal for equal content, whatever lies hidden beside it."""

import hashlib
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

LENGTH = 16
LINEAGE = ("_file", "_row")
"""What of a row's lineage is part of what is seen."""


def of_table(table: pa.Table) -> str:
    """The hash of a table's column names, nulls and values, in row order."""
    digest = hashlib.blake2b(str(table.num_rows).encode())
    for name in table.column_names:
        digest.update(f"\n{name}\n".encode())
        for part in _canonical(table.column(name)):
            digest.update(part)
    return digest.hexdigest()


def of_content(table: pa.Table) -> str:
    """The hash of what is seen of a stored table by those who see all of it."""
    shown = [name for name in table.column_names if not name.startswith("_") or name in LINEAGE]
    return of_table(table.select(shown))


def of_parts(parts: Iterable[tuple[str, str]]) -> str:
    """One short fingerprint for several named ones."""
    text = "\n".join(f"{name} {fingerprint}" for name, fingerprint in parts)
    return hashlib.blake2b(text.encode()).hexdigest()[:LENGTH]


def _canonical(column: pa.ChunkedArray) -> Iterable[bytes | memoryview]:
    """The bytes of a column; what lies beneath a null is overwritten first, for it may be a hidden value."""
    whole = column.combine_chunks()
    yield _bytes(pc.is_null(whole).cast(pa.uint8()))
    if pa.types.is_string(whole.type):
        text = pc.fill_null(whole, fill_value="")
        yield _bytes(pc.binary_length(text))
        yield _own_text(text)
    else:
        yield _bytes(pc.fill_null(_integers(whole), fill_value=0))


def _integers(column: pa.Array) -> pa.Array:
    if pa.types.is_boolean(column.type):
        return column.cast(pa.uint8())
    return column.view(pa.int32() if pa.types.is_date32(column.type) else pa.int64())


def _own_text(text: pa.Array) -> memoryview:
    """The bytes of all texts on end, without those of a longer array it may be a part of."""
    _, offsets, data = text.buffers()
    places = memoryview(offsets).cast("i")
    return memoryview(data or b"")[places[text.offset] : places[text.offset + len(text)]]


def _bytes(numbers: pa.Array) -> bytes:
    """The values of whole numbers without nulls."""
    return bytes(numbers.to_numpy(zero_copy_only=False).tobytes())
