"""Yes and no in the languages the systems speak."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from ingest.connectors.headings import Columns, is_amount
from ingest.locale import distinct

_YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "1",
        "x",
        "✓",
        "✔",
        "billable",
        "ja",
        "oui",
        "sí",
        "si",
        "sim",
        "da",
        "tak",
        "ano",
        "áno",
        "kyllä",
    ]
)
_NO = frozenset(
    [
        "no",
        "n",
        "false",
        "0",
        "non-billable",
        "not billable",
        "nein",
        "non",
        "não",
        "ne",
        "nie",
        "nee",
        "nej",
        "nei",
        "ei",
    ]
)


@dataclass(frozen=True)
class Flags:
    """For each row true, false or null where nobody knows; `faults` for what is neither yes nor no."""

    values: pa.Array
    faults: pa.Array


def as_flags(columns: Columns, field: str) -> Flags:
    """Read a column of yes and no. Without it, and where it is blank, nothing is known."""
    texts = pc.utf8_lower(columns.text(field))
    found = distinct(texts)
    yes, no = pa.array(sorted(found & _YES), pa.string()), pa.array(sorted(found & _NO), pa.string())
    said = pc.is_in(texts, value_set=yes)
    known = pc.or_(said, pc.is_in(texts, value_set=no))
    values = pc.if_else(known, said, pa.scalar(None, pa.bool_()))
    none = pa.scalar(None, pa.string())
    odd = pc.invert(pc.or_(known, pc.equal(texts, "")))
    if not pc.any(odd).as_py():
        return Flags(values, pa.nulls(len(texts), pa.string()))
    sentence = pc.binary_join_element_wise(
        f'"{columns.header(field)}" is neither yes nor no but "', columns.text(field), '"', ""
    )
    return Flags(values, pc.if_else(odd, sentence, none))


def billable_or_priced(columns: Columns, amount: pa.Array) -> Flags:
    """What is billable; without a column that says so, what has an amount is, if anything has one."""
    if columns.has("billable"):
        return as_flags(columns, "billable")
    none = pa.nulls(len(amount), pa.string())
    priced = is_amount(amount)
    if not pc.any(priced).as_py():
        return Flags(pa.nulls(len(amount), pa.bool_()), none)
    return Flags(priced, none)
