"""One person, client or project, whatever several sources call it.

A time report knows people by e-mail or name, and clients and projects by name; a table of its own (people.csv)
gives them ids. So that hours and contracts meet, what is only named takes the id of what is told:

* Someone named with an e-mail is whoever has that e-mail elsewhere. Two different e-mails are two people.
* Someone named without one is the only person of that name elsewhere; of several, none: they stay apart.
* A client is the only client of that name, a project the only project of that name for the same client.

What was stored under a name before is brought along when its id becomes known later.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import TABLES
from ingest.connector import is_list, list_system
from ingest.connectors.headings import name_key
from ingest.connectors.plain import Plain, table_named
from ingest.connectors.timesheet import BETWEEN, part_of_id
from ingest.delivery import Delivery, Replaces
from ingest.locale import each_distinct

_NAMED = ("clients", "projects", "people")


class Word(IntEnum):
    """How much a source knows of a thing; the higher is believed."""

    ENTRY = 1
    """It is named beside time entries."""
    LIST = 2
    """It stands in a system's own list."""
    TABLE = 3
    """It has a row in a table of its own, with an id."""


@dataclass(frozen=True)
class Thing:
    """One row of people, clients or projects, and who says so."""

    id: str
    name: str
    email: str
    client: str
    word: Word
    system: str

    @property
    def told(self) -> bool:
        """Whether its id is one that was given, not made of its name."""
        return self.word is Word.TABLE


@dataclass(frozen=True)
class Identified:
    """The tables as they were and the deliveries, with the ids that are in force now."""

    before: Mapping[str, pa.Table]
    deliveries: tuple[Delivery, ...]


def identified(before: Mapping[str, pa.Table], deliveries: Sequence[Delivery]) -> Identified:
    """Give everything that is only named the id it is told under elsewhere, and let each be said by one source."""
    now = Identified(dict(before), tuple(deliveries))
    for name in _NAMED:
        things = [*_stored(name, now), *(one for many in _delivered(name, now) for one in many)]
        ids = _MATCHES[name](_best(things))
        if ids:
            now = _with_ids(now, name, ids)
        now = _named_once(name, now)
    return _budgets_told(now)


def _stored(name: str, now: Identified) -> list[Thing]:
    """What the table has of sources that are not handing over a whole new one."""
    gone = {one.system for one in now.deliveries if one.table == name and one.replaces is Replaces.ALL}
    found = []
    for thing, places in _rows(name, now.before[name]):
        told = thing.system == Plain.name or name in places or not _is_its_name(thing)
        word = Word.TABLE if told else Word.ENTRY
        found.append(replace(thing, word=Word.LIST if is_list(thing.system) else word))
    return [one for one in found if one.system not in gone]


def _is_its_name(thing: Thing) -> bool:
    """Whether the id is what a time report makes of an e-mail or name."""
    key = part_of_id(thing.name)
    return thing.id in (thing.email, name_key(thing.name), key) or thing.id.endswith(f"{BETWEEN}{key}")


def _delivered(name: str, now: Identified) -> list[list[Thing]]:
    """What each delivery of the table says."""
    found = []
    for delivery in now.deliveries:
        word = Word.LIST if is_list(delivery.system) else Word.ENTRY if delivery.derived else Word.TABLE
        mine = _rows(name, delivery.cells) if delivery.table == name else []
        found.append([replace(one, word=word) for one, _ in mine])
    return found


def _rows(name: str, rows: pa.Table) -> list[tuple[Thing, tuple[str | None, ...]]]:
    """The things of a table, each with the tables that its file and sheet are named after."""
    key = TABLES[name].key[0]
    wanted = [
        one for one in (key, "name", "email", "client_id", "_file", "_sheet", "_system") if one in rows.column_names
    ]
    found: list[tuple[Thing, tuple[str | None, ...]]] = []
    for row in rows.select(wanted).to_pylist():
        says = {column: (row[column] or "").strip() for column in wanted}
        email, client = says.get("email", "").lower(), says.get("client_id", "")
        thing = Thing(says[key], says.get("name", ""), email, client, Word.TABLE, says["_system"])
        found.append((thing, (table_named(says["_file"]), table_named(says["_sheet"]))))
    return found


def _best(things: Sequence[Thing]) -> list[Thing]:
    """Of each id who knows most of it."""
    found: dict[str, Thing] = {}
    for one in things:
        if one.id and (one.id not in found or found[one.id].word < one.word):
            found[one.id] = one
    return list(found.values())


def _people(things: Sequence[Thing]) -> dict[str, str]:
    told = [one for one in things if one.told]
    by_email, by_name = _index(told, _email), _index(told, _by_name)
    without = _index([one for one in told if not one.email], _by_name)
    anyone = _index([one for one in things if one.told or one.email], _by_name)
    found = {}
    for one in (one for one in things if not one.told):
        places = ((by_email, _email), (without, _by_name)) if one.email else ((by_name, _by_name), (anyone, _by_name))
        matches = (_only(index, sign(one), one.id) for index, sign in places)
        match = next((one for one in matches if one), None)
        if match:
            found[one.id] = match
    return _unclaimed(found, things)


def _unclaimed(found: Mapping[str, str], things: Sequence[Thing]) -> dict[str, str]:
    """Two people with different e-mails are not both the one of that name. Who is whose is followed to its end."""
    with_email = {one.id for one in things if one.email and not one.told}
    claims = Counter(target for source, target in found.items() if source in with_email)
    sure = {source: target for source, target in found.items() if source not in with_email or claims[target] == 1}
    return {source: sure.get(target, target) for source, target in sure.items()}


def _clients(things: Sequence[Thing]) -> dict[str, str]:
    return _told_alike(things, _by_name)


def _projects(things: Sequence[Thing]) -> dict[str, str]:
    return _told_alike(things, lambda one: f"{one.client}\x1f{_by_name(one)}" if one.name else "")


_MATCHES: Mapping[str, Callable[[Sequence[Thing]], dict[str, str]]] = {
    "clients": _clients,
    "projects": _projects,
    "people": _people,
}


def _told_alike(things: Sequence[Thing], sign: Callable[[Thing], str]) -> dict[str, str]:
    told = _index([one for one in things if one.told], sign)
    pairs = ((one.id, _only(told, sign(one), one.id)) for one in things if not one.told)
    return {source: target for source, target in pairs if target}


def _email(thing: Thing) -> str:
    return thing.email


def _by_name(thing: Thing) -> str:
    return name_key(thing.name)


def _index(things: Sequence[Thing], sign: Callable[[Thing], str]) -> dict[str, list[str]]:
    """The ids of all with the same sign."""
    found: dict[str, list[str]] = {}
    for one in things:
        found.setdefault(sign(one), []).append(one.id)
    return found


def _only(index: Mapping[str, list[str]], sign: str, but: str) -> str | None:
    """The id of the only other one with this sign."""
    found = [one for one in index.get(sign, []) if one != but] if sign else []
    return found[0] if len(found) == 1 else None


def _with_ids(now: Identified, name: str, ids: Mapping[str, str]) -> Identified:
    """Everything with new ids; a stored row of an old id gives way to what it is now."""
    key = TABLES[name].key[0]
    own = now.before[name]
    kept = own.filter(pc.invert(pc.is_in(own.column(key), value_set=pa.array(sorted(ids), pa.string()))))
    before = {**now.before, name: kept}
    before = {table: _renamed(table, rows, name, ids) for table, rows in before.items()}
    handed = (replace(one, cells=_renamed(one.table, one.cells, name, ids)) for one in now.deliveries)
    return Identified(before, tuple(handed))


def _renamed(table: str, rows: pa.Table, parent: str, ids: Mapping[str, str]) -> pa.Table:
    """The rows with the new ids wherever they name one of `parent`."""
    for column in TABLES[table].columns:
        own = table == parent and column.name == TABLES[parent].key[0]
        if (own or column.refers_to == parent) and column.name in rows.column_names and len(rows):
            place = rows.schema.get_field_index(column.name)
            cells = rows.column(column.name)
            whole = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
            changed = each_distinct(lambda text: text if text is None else ids.get(text, text), whole)
            rows = rows.set_column(place, rows.schema.field(place), changed)
    return rows


def _named_once(name: str, now: Identified) -> Identified:
    """Let each thing be said by the source that knows most of it, and of equals by the first.

    Whoever is named in several time reports begins with the first of their entries in any of them.
    """
    stored = {one.id: one for one in _best(_stored(name, now))}
    delivered = _delivered(name, now)
    best = {one.id: one.word for one in _best([one for many in delivered for one in many])}
    weak = {one.id for one in stored.values() if one.word < best.get(one.id, one.word)}
    taken: set[str] = set()
    starts = _earliest(name, now.deliveries)
    found = []
    for delivery, things in zip(now.deliveries, delivered, strict=True):
        if delivery.table == name and delivery.derived:
            keep = [one.id not in taken and _may_say(one, best, stored) for one in things]
            taken |= {one.id for one, kept in zip(things, keep, strict=True) if kept}
            cells = _beginning(delivery, starts, TABLES[name].key[0])
            found.append(replace(delivery, cells=cells.filter(pa.array(keep, pa.bool_()))))
        else:
            found.append(delivery)
    own = now.before[name]
    weaker = pc.is_in(own.column(TABLES[name].key[0]), value_set=pa.array(sorted(weak), pa.string()))
    return Identified({**now.before, name: own.filter(pc.invert(weaker))}, tuple(found))


def _may_say(thing: Thing, best: Mapping[str, Word], stored: Mapping[str, Thing]) -> bool:
    """Whether nobody else knows more of it, nor knew as much before."""
    was = stored.get(thing.id)
    first = was is None or was.word < thing.word or (was.word == thing.word and was.system == thing.system)
    return first and thing.word >= best.get(thing.id, thing.word)


def _earliest(name: str, deliveries: Sequence[Delivery]) -> dict[str, str]:
    """The first day of everyone whose first day is taken from their entries."""
    found: dict[str, str] = {}
    for delivery in deliveries:
        if delivery.table == name and "start_date" in delivery.earliest:
            for row in delivery.cells.select([TABLES[name].key[0], "start_date"]).to_pylist():
                one, day = row.values()
                found[one] = min(day, found.get(one) or day) if day else found.get(one, "")
    return found


def _beginning(delivery: Delivery, starts: Mapping[str, str], key: str) -> pa.Table:
    cells = delivery.cells
    if "start_date" not in delivery.earliest:
        return cells
    days = pa.array([starts.get(one, "") for one in cells.column(key).to_pylist()], pa.string())
    return cells.set_column(cells.schema.get_field_index("start_date"), "start_date", days)


def _budgets_told(now: Identified) -> Identified:
    """Without the budgets of a system's list for projects whose budgets are told elsewhere: two would be none."""
    here = [one.cells for one in now.deliveries if one.table == "budgets" and not is_list(one.system)]
    told = _projects_of(now.before["budgets"]).union(*(_projects_of(cells) for cells in here))
    if not told:
        return now
    projects = pa.array(sorted(told), pa.string())
    handed = tuple(
        replace(one, cells=_outside(one.cells, projects)) if one.table == "budgets" else one for one in now.deliveries
    )
    return Identified({**now.before, "budgets": _outside(now.before["budgets"], projects)}, handed)


def _projects_of(rows: pa.Table) -> set[str]:
    """The projects with budgets that are told."""
    if not len(rows):
        return set()
    said = rows.select(["project_id", "_system"]).to_pylist()
    return {row["project_id"] or "" for row in said if not is_list(row["_system"])}


def _outside(rows: pa.Table, projects: pa.Array) -> pa.Table:
    """The rows but those of a list for one of these projects."""
    if not len(rows):
        return rows
    listed = pc.ends_with(rows.column("_system"), list_system(""))
    return rows.filter(pc.invert(pc.and_(listed, pc.is_in(rows.column("project_id"), value_set=projects))))
