"""What an export of time stands for: all time from its first to its last day, unless it was filtered.

A full export replaces what its system had between its dates, so that what was deleted there is deleted here. An
export of one client must not do that to all others. Nothing in it says that it was filtered, but there is a sign:
it names no more than half of the clients, the projects or the people who had time between those dates. Then only
time of the ones it names is replaced. `--set covers=all` and `covers=named` settle it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from ingest.connectors.values import day_of
from ingest.delivery import Delivery, Replaces


@dataclass(frozen=True)
class Narrowed:
    """The delivery with what it stands for, and a sentence where that is less than all."""

    delivery: Delivery
    notice: str | None = None


def narrowed(delivery: Delivery, before: Mapping[str, pa.Table], covers: str | None, file: str) -> Narrowed:
    """What `delivery` replaces of the time entries there were before."""
    if delivery.replaces is not Replaces.DATES or delivery.table != "time_entries" or covers == "all":
        return Narrowed(delivery)
    window = _window(delivery)
    if window is None:
        return Narrowed(delivery)
    was = _within(before["time_entries"], delivery.system, window)
    clients = _clients(before["projects"])
    if covers == "named":
        of, sign = _named(delivery), "is said to cover only what it names"
    else:
        of, sign = _filtered(delivery, was, clients)
    kept = len(was) - _count(was, of)
    if not of or not kept:
        return Narrowed(delivery)
    why = (
        sign if covers == "named" else f"{sign} from {window[0]} to {window[1]}, so it was taken for a filtered export"
    )
    way = "" if covers == "named" else " If they are gone, say so with --set covers=all."
    entries = "entry of the others stays" if kept == 1 else "entries of the others stay"
    return Narrowed(replace(delivery, of=of), f"{file} {why}: {kept:,} {entries}.{way}")


def _window(delivery: Delivery) -> tuple[str, str] | None:
    days = [day for text in delivery.cells.column("date").unique().to_pylist() if (day := day_of(text or ""))]
    return (min(days).isoformat(), max(days).isoformat()) if days else None


def _within(entries: pa.Table, system: str, window: tuple[str, str]) -> pa.Table:
    days = entries.column("date").cast(pa.string())
    inside = pc.and_(pc.greater_equal(days, window[0]), pc.less_equal(days, window[1]))
    return entries.filter(pc.and_(inside, pc.equal(entries.column("_system"), system)))


def _clients(projects: pa.Table) -> dict[str, str]:
    rows = projects.select(["project_id", "client_id"]).to_pylist()
    return {row["project_id"]: row["client_id"] or "" for row in rows}


def _texts(rows: pa.Table, column: str) -> set[str]:
    return {text for text in rows.column(column).unique().to_pylist() if text}


def _named(delivery: Delivery) -> dict[str, frozenset[str]]:
    return {name: frozenset(_texts(delivery.cells, name)) for name in ("person_id", "project_id")}


def _filtered(delivery: Delivery, was: pa.Table, clients: Mapping[str, str]) -> tuple[dict[str, frozenset[str]], str]:
    """By what the export seems filtered: for a column the values it stands for, and the sign of it in words."""
    projects, people = _texts(delivery.cells, "project_id"), _texts(delivery.cells, "person_id")
    were, who = _texts(was, "project_id"), _texts(was, "person_id")
    theirs, had = {clients.get(one, "") for one in projects}, {clients.get(one, "") for one in were}
    of: dict[str, frozenset[str]] = {}
    signs = []
    if _at_most_half(theirs, had):
        of["project_id"] = frozenset(projects | {one for one in were if clients.get(one, "") in theirs})
        signs.append(f"{len(theirs & had)} of the {len(had)} clients")
    elif _at_most_half(projects, were):
        of["project_id"] = frozenset(projects)
        signs.append(f"{len(projects & were)} of the {len(were)} projects")
    if _at_most_half(people, who):
        of["person_id"] = frozenset(people)
        signs.append(f"{len(people & who)} of the {len(who)} people")
    return of, f"names {' and '.join(signs)} that had time"


def _at_most_half(named: set[str], were: set[str]) -> bool:
    return len(were) > 1 and 2 * len(named & were) <= len(were)


def _count(rows: pa.Table, of: Mapping[str, frozenset[str]]) -> int:
    inside = pa.repeat(pa.scalar(value=True), len(rows))
    for name, values in of.items():
        inside = pc.and_(inside, pc.is_in(rows.column(name), value_set=pa.array(sorted(values), pa.string())))
    return int(pc.sum(inside).as_py() or 0)
