"""From a Parquet file to a sheet: its typed columns as the texts a plain file would have."""

from collections.abc import Callable
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from assistant.errors import SourceError
from ingest.headers import MOST_COLUMNS
from ingest.sheet import Body, Sheet, told_apart, without_blank_rows

LARGEST = 8_000_000_000
"""Bytes of the columns once they are unpacked: by the file's own word, and counted while it is read."""
MOST_ROWS = 100_000_000
MOST_TEXT = 2_000_000_000
"""Bytes of text in one column, which Arrow holds in one piece."""
_AT_ONCE = 1 << 18
_FIRST = 2
_Tell = Callable[[pa.DataType], bool]


def sheet_of_parquet(content: bytes, file: str, ingest: str) -> Sheet:
    """Read a Parquet file as one table; SourceError when it is torn or too large."""
    try:
        stored = pq.ParquetFile(pa.BufferReader(content))
        _refuse_large(stored.metadata, file)
        table = _read(stored, file)
    except (pa.ArrowException, OSError) as error:
        raise SourceError(f"{file} is damaged or cut off and cannot be read as Parquet. Export it again.") from error
    names = told_apart([name.strip() for name in table.column_names])
    texts = {name: _texts(table.column(place)) for place, name in enumerate(names)}
    unread = tuple(
        f'{file}: the column "{name}" holds {table.column(place).type}, which is no cell of a table, and was not read.'
        for place, name in enumerate(names)
        if texts[name] is None
    )
    read = {name: column for name, column in texts.items() if column is not None}
    if not read:
        raise SourceError(f"{file} has no columns that can be read. Export it again.")
    body = without_blank_rows(Body(tuple(read.values()), pa.arange(_FIRST, _FIRST + len(table), 1)))
    return Sheet(file, None, tuple(read), body.columns, body.rows, ingest, notices=unread)


def _refuse_large(metadata: pq.FileMetaData, file: str) -> None:
    if metadata.num_columns > MOST_COLUMNS:
        raise SourceError(f"{file} has {metadata.num_columns} columns, and no table has more than {MOST_COLUMNS}.")
    size = sum(metadata.row_group(group).total_byte_size for group in range(metadata.num_row_groups))
    if size > LARGEST or metadata.num_rows > MOST_ROWS:
        raise SourceError(f"{file} unpacks to {size / 1e9:.1f} GB, more than can be read at once. Split it.")


def _read(stored: pq.ParquetFile, file: str) -> pa.Table:
    """Its rows, piece by piece: a text that is stored once and said by many rows is as long in each of them."""
    pieces, sizes = [], [0] * len(stored.schema_arrow)
    for piece in stored.iter_batches(_AT_ONCE):
        sizes = [size + _length(column) for size, column in zip(sizes, piece.columns, strict=True)]
        if max(sizes, default=0) > MOST_TEXT or sum(sizes) > LARGEST:
            size = f"more than {max(sizes) / 1e9:.1f} GB in one column"
            raise SourceError(f"{file} unpacks to {size}, more than can be read at once. Split it.")
        pieces.append(piece)
    return pa.Table.from_batches(pieces, stored.schema_arrow)


def _length(column: pa.Array) -> int:
    """The bytes of a column once each row has its own text."""
    if not pa.types.is_dictionary(column.type):
        return int(column.nbytes)
    lengths = pc.binary_length(column.dictionary.cast(pa.large_string())).take(column.indices)
    return int(pc.sum(lengths).as_py() or 0)


def _texts(column: pa.ChunkedArray) -> pa.Array | None:
    """The cells of a column as text, blank where there is none; None for what no cell can hold."""
    values = _one_piece(column)
    if pa.types.is_dictionary(values.type):
        values = values.dictionary_decode()
    for fits, write in _WRITERS:
        if fits(values.type):
            return pc.fill_null(write(values), "")
    return None


def _one_piece(column: pa.ChunkedArray) -> pa.Array:
    combined = column.combine_chunks()
    return combined if isinstance(combined, pa.Array) else pa.concat_arrays(combined.chunks)


def _as_text(values: pa.Array) -> pa.Array:
    return values.cast(pa.string())


def _from_bytes(values: pa.Array) -> pa.Array:
    try:
        return values.cast(pa.string())
    except pa.ArrowInvalid:
        return pa.array([one and one.decode("cp1252", "replace") for one in values.to_pylist()], pa.string())


def _from_float(values: pa.Array) -> pa.Array:
    """A float as it is written shortest; what is no number is blank."""
    real = pc.if_else(pc.is_finite(values), values, pa.scalar(None, values.type))
    return pc.replace_substring_regex(real.cast(pa.string()), r"\.0$", "")


def _from_moment(values: pa.Array) -> pa.Array:
    """A time as 2026-10-31T17:30:00, and as a day alone where all are midnights."""
    zone = values.type.tz
    moments = values.cast(pa.timestamp("us", zone and "UTC"), safe=False).cast(pa.timestamp("us"))
    texts = pc.replace_substring_regex(pc.strftime(moments, "%Y-%m-%dT%H:%M:%S"), r"\.000000$", "")
    if zone:
        return pc.binary_join_element_wise(texts, "Z", "")
    midnights = pc.all(pc.ends_with(texts, "T00:00:00")).as_py()
    return pc.utf8_slice_codeunits(texts, 0, 10) if midnights else texts


def _from_duration(values: pa.Array) -> pa.Array:
    """A span of time as PT27000S."""
    spans = values.cast(pa.duration("us")).cast(pa.int64()).to_pylist()
    return pa.array([None if one is None else f"PT{Decimal(one).scaleb(-6):f}S" for one in spans], pa.string())


def _from_time(values: pa.Array) -> pa.Array:
    return pc.replace_substring_regex(values.cast(pa.string()), r"\.0+$", "")


def _from_list(values: pa.Array) -> pa.Array:
    lists = values.to_pylist()
    return pa.array([None if one is None else ";".join(str(part or "") for part in one) for one in lists], pa.string())


def _is_list(kind: pa.DataType) -> bool:
    return bool((pa.types.is_list(kind) or pa.types.is_large_list(kind)) and not pa.types.is_nested(kind.value_type))


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _is_bytes(kind: pa.DataType) -> bool:
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))


_WRITERS: tuple[tuple[_Tell, Callable[[pa.Array], pa.Array]], ...] = (
    (_is_text, _as_text),
    (_is_bytes, _from_bytes),
    (pa.types.is_floating, _from_float),
    (pa.types.is_timestamp, _from_moment),
    (pa.types.is_duration, _from_duration),
    (pa.types.is_boolean, _as_text),
    (pa.types.is_integer, _as_text),
    (pa.types.is_decimal, _as_text),
    (pa.types.is_date, lambda values: values.cast(pa.date32()).cast(pa.string())),
    (pa.types.is_time, _from_time),
    (pa.types.is_null, _as_text),
    (_is_list, _from_list),
)
