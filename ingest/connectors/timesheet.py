"""From the rows of any system's detailed time report to entries, and to the people, clients and projects in them.

What holds for every system:

* A person is their e-mail address; where there is none, their name, in which case and spaces do not count. A row
  without an address belongs to the one person of that name who has an address elsewhere in the file.
* A project is its name and its client's: the same name under two clients is two projects. Time on no project is
  on the project “No project” (of that client, if one is named).
* A project without a client is internal unless one of its rows is billable.
* Of several spellings the most frequent one is shown.
* There are no contracts in a time report: someone's begins with their first entry, and nothing is said of how
  much they are available.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from ingest.connector import Canonical, Reading
from ingest.connectors.headings import Columns, joined, name_key
from ingest.connectors.pricing import Given, rate_of_billing, rate_of_cost
from ingest.connectors.values import Order, day_of, seconds_lasted
from ingest.contract import FAULT
from ingest.delivery import Delivery, Replaces, with_lineage
from ingest.locale import each_distinct

if TYPE_CHECKING:
    import pandas as pd

_TOTAL = r"(?i)^\s*((grand |sub)?total|totals|summe|gesamt|somme)\b"
NO_PROJECT = "No project"
BETWEEN = " / "


@dataclass(frozen=True)
class Work:
    """What a report says in each of its rows, as text that is already in one notation; blank = it does not say.

    `hours` and `billed` are decimal hours. `billable` is null where nobody knows. `fault` says what is wrong with
    a row as a whole; `is_work` is false for what is no work at all, such as a break.
    """

    columns: Columns
    name: pa.Array
    email: pa.Array
    team: pa.Array
    job_title: pa.Array
    employment: pa.Array
    client: pa.Array
    project: pa.Array
    code: pa.Array
    date: pa.Array
    start: pa.Array
    task: pa.Array
    note: pa.Array
    hours: pa.Array
    billed: pa.Array
    billable: pa.Array
    status: pa.Array
    rate: pa.Array
    amount: pa.Array
    cost_rate: pa.Array
    cost_amount: pa.Array
    currency: pa.Array
    created_at: pa.Array
    fault: pa.Array
    is_work: pa.Array


def canonical(work: Work, reading: Reading, report: str, order: Order, notices: Sequence[str] = ()) -> Canonical:
    """The report in canonical rows. What lies between its first and last date stands for all there was there."""
    totals = _totals(work)
    work = replace(work, is_work=pc.and_(work.is_work, pc.invert(totals)))
    made = _Made(work, reading)
    replaces = Replaces.NOTHING if reading.mode == "append" else Replaces.DATES
    entries, priced = made.entries()
    people, clients, projects = made.people(), made.clients(), made.projects()
    derived = (
        Delivery(reading.system, "people", people, Replaces.NOTHING, derived=True, earliest=("start_date",)),
        Delivery(reading.system, "clients", clients, Replaces.NOTHING, derived=True),
        Delivery(reading.system, "projects", projects, Replaces.NOTHING, derived=True),
    )
    sheet = work.columns.sheet
    named = (
        f"{sheet.file} names {_counted(people, 'person', 'people')}, {_counted(clients, 'client', 'clients')} and "
        f"{_counted(projects, 'project', 'projects')}."
    )
    left_out = pc.sum(totals).as_py() or 0
    summed = (f"{sheet.file}: {left_out} row of totals was left out.",) if left_out else ()
    said = (named, *order.notices(sheet.file, reading.system), *notices, *summed, *_unknown(work), *priced)
    deliveries = (*derived, Delivery(reading.system, "time_entries", entries, replaces))
    settled = order.order if order.from_outside else None
    return Canonical(deliveries, said, report, sheet.header, settled, reading.covers, reading.system)


def _totals(work: Work) -> pa.Array:
    """Rows that are nobody's, of no day, and call themselves a total somewhere."""
    nobodys = pc.and_(pc.and_(pc.equal(work.name, ""), pc.equal(work.email, "")), pc.equal(work.date, ""))
    called = pc.and_(nobodys, pa.scalar(value=False))
    for cells in work.columns.sheet.columns:
        called = pc.or_(called, pc.fill_null(pc.match_substring_regex(cells, _TOTAL), fill_value=False))
    return pc.and_(nobodys, called)


def _unknown(work: Work) -> list[str]:
    """What the columns of the report leave open."""
    file = work.columns.sheet.file
    found = [
        f"{file}: the column “{header}” names no currency that is known, so its amounts are in the default one."
        for header in work.columns.unknown_currencies()
    ]
    if len(work.billable) and work.billable.null_count == len(work.billable):
        found.append(f"{file} does not say what is billable: export it with the column “Billable” to know.")
    elif not work.columns.has("billable"):
        found.append(f"{file} has no column “Billable”: what has an amount was taken for billable.")
    return found


def _counted(rows: pa.Table, one: str, many: str) -> str:
    return f"{len(rows):,} {one if len(rows) == 1 else many}"


class _Made:
    """What is made of the rows: each thing's id, and from them the tables."""

    def __init__(self, work: Work, reading: Reading) -> None:
        self.work = work
        self.system = reading.system
        self.sheet = work.columns.sheet
        self.person = persons(work.name, work.email)
        self.client = each_distinct(name_key, work.client)
        self.name, self.client_name = each_distinct(_squeezed, work.name), each_distinct(_squeezed, work.client)
        project = each_distinct(_squeezed, work.project)
        self.project_name = pc.if_else(pc.equal(project, ""), NO_PROJECT, project)
        self.project = project_ids(work.client, self.project_name)

    def entries(self) -> tuple[pa.Table, tuple[str, ...]]:
        """The time entries, and what is to be said of their prices."""
        work = self.work
        lasted = each_distinct(_same_time, work.hours)
        identity = (self.person, self.project, work.date, work.start, lasted, work.task, work.note)
        others = (work.billed, work.rate, work.amount, work.status, work.created_at, work.cost_rate)
        said = _ranked(identity, (*others, work.billable.cast(pa.string()).fill_null("")))
        order = _in_order(said)
        counts = work.billable.to_pylist()
        billing = Given(work.rate, work.amount, work.billed, work.currency, order, counts)
        costing = Given(work.cost_rate, work.cost_amount, work.hours, work.currency, order, [True] * len(order))
        price = rate_of_billing(billing, self.sheet.file)
        cost = rate_of_cost(costing, self.person, self.name, self.sheet.file)
        columns = {
            "entry_id": _entry_ids(self.system, said),
            "person_id": self.person,
            "project_id": self.project,
            "date": work.date,
            "hours": work.hours,
            "billable_hours": pc.fill_null(pc.if_else(work.billable, work.billed, "0"), ""),
            "status": work.status,
            "note": joined(": ", work.task, work.note),
            "created_at": work.created_at,
            "billable_rate": price.rates,
            "currency": work.currency,
            "cost_rate": cost.rates,
        }
        cells = with_lineage(self.sheet, self.system, columns)
        place = cells.schema.get_field_index(FAULT)
        fault = pc.coalesce(cells.column(FAULT), work.fault)
        cells = cells.set_column(place, FAULT, fault).filter(work.is_work)
        return cells, (*price.notices, *cost.notices)

    def people(self) -> pa.Table:
        """Everyone who has an entry; the contract is unknown, so it begins with the first of them."""
        work = self.work
        columns = {
            "person_id": self.person,
            "name": pc.if_else(pc.equal(self.name, ""), work.email, self.name),
            "email": work.email,
            "team": work.team,
            "job_title": work.job_title,
            "employment": work.employment,
            "start_date": _earliest_of_each(self.person, pc.if_else(work.is_work, work.date, "")),
        }
        return self._one_of_each("person_id", columns)

    def clients(self) -> pa.Table:
        """Every client named."""
        active = self.work.columns.constant("active")
        return self._one_of_each("client_id", {"client_id": self.client, "name": self.client_name, "status": active})

    def projects(self) -> pa.Table:
        """Every project named, told apart by its client."""
        billed = self.project.filter(pc.fill_null(self.work.billable, fill_value=False)).unique()
        for_client = pc.or_(pc.not_equal(self.client, ""), pc.is_in(self.project, value_set=billed))
        columns = {
            "project_id": self.project,
            "code": self.work.code,
            "name": self.project_name,
            "client_id": self.client,
            "kind": pc.if_else(for_client, "client", "internal"),
            "status": self.work.columns.constant("active"),
        }
        return self._one_of_each("project_id", columns)

    def _one_of_each(self, key: str, columns: Mapping[str, pa.Array]) -> pa.Table:
        return one_of_each(key, with_lineage(self.sheet, self.system, columns).filter(self.work.is_work))


def _squeezed(text: str) -> str:
    """A name without spaces that are too many."""
    return " ".join(text.split())


def persons(names: pa.Array, emails: pa.Array) -> pa.Array:
    """Who each row is about: an address, or else a name."""
    keys, addresses = each_distinct(name_key, names).to_pylist(), pc.utf8_lower(emails).to_pylist()
    of_name: dict[str, set[str]] = {}
    for key, address in zip(keys, addresses, strict=True):
        if key and address:
            of_name.setdefault(key, set()).add(address)
    alone = {key: next(iter(found)) for key, found in of_name.items() if len(found) == 1}
    pairs = zip(keys, addresses, strict=True)
    return pa.array([address or alone.get(key, key) for key, address in pairs], pa.string())


def part_of_id(name: str) -> str:
    """A client's or project's name as it stands in a project's id."""
    return name_key(name).replace(BETWEEN, " // ")


def project_ids(clients: pa.Array, projects: pa.Array) -> pa.Array:
    """What a project is called everywhere: its client and its name, apart even where a name has a slash in it."""
    return joined(BETWEEN, each_distinct(part_of_id, clients), each_distinct(part_of_id, projects))


def one_of_each(key: str, cells: pa.Table) -> pa.Table:
    """A row for each thing named, where it is named first, saying what is said of it most often.

    Rows that name none are left out, and no row's faults are theirs.
    """
    named = cells.drop_columns([FAULT]).filter(pc.not_equal(cells.column(key), ""))
    frame = named.to_pandas()
    first = ~frame[key].duplicated()
    rows = named.filter(pa.array(first.to_numpy(), pa.bool_()))
    for name in (one for one in named.column_names if not one.startswith("_") and one != key):
        said = _most_frequent(frame[key], frame[name])
        texts = [said.get(one, "") for one in frame.loc[first, key]]
        rows = rows.set_column(rows.schema.get_field_index(name), name, pa.array(texts, pa.string()))
    return rows


def _most_frequent(keys: "pd.Series[str]", texts: "pd.Series[str]") -> dict[str, str]:
    """For each key the text that stands beside it most often, blanks left out; of equals the first by letters."""
    import pandas as pd

    frame = pd.DataFrame({"key": keys, "text": texts})
    counts = frame[frame["text"] != ""].value_counts(sort=False).reset_index(name="count")
    counts = counts.sort_values(["key", "count", "text"], ascending=[True, False, True])
    best = counts.drop_duplicates("key")
    return dict(zip(best["key"], best["text"], strict=True))


def _ranked(identity: Sequence[pa.Array], others: Sequence[pa.Array]) -> "pd.DataFrame":
    """What makes each entry itself, what else it says, and its place among those that are the same but for that."""
    import pandas as pd

    parts = [cells.to_pandas() for cells in identity]
    said = parts[0].astype(object)
    for part in parts[1:]:
        said = said + "\x1f" + part.astype(object)
    rest = pd.Series("", index=said.index, dtype=object)
    for cells in others:
        rest = rest + "\x1f" + cells.to_pandas().astype(object)
    frame = pd.DataFrame({"said": said, "rest": rest, "project": parts[1], "person": parts[0], "date": parts[2]})
    ordinals = frame.sort_values(["said", "rest"], kind="stable").groupby("said").cumcount()
    return frame.assign(ordinal=ordinals.reindex(frame.index))


def _same_time(text: str) -> str:
    seconds = seconds_lasted(text)
    return text if seconds is None else str(seconds)


def _in_order(said: "pd.DataFrame") -> list[int]:
    """The rows by project, person and day, and then by all they say, so that their order in the file is nothing."""
    by = ["project", "person", "date", "said", "ordinal"]
    return [int(place) for place in said.reset_index(drop=True).sort_values(by, kind="stable").index]


def _entry_ids(system: str, said: "pd.DataFrame") -> pa.Array:
    """Ids made of what an entry says, and of its place among entries that say the same."""
    pairs = zip(said["said"], said["ordinal"], strict=True)
    ids = [hashlib.sha256(f"{system}\x1f{text}\x1f{ordinal}".encode()).hexdigest()[:32] for text, ordinal in pairs]
    return pa.array(ids, pa.string())


def _earliest_of_each(names: pa.Array, dates: pa.Array) -> pa.Array:
    """For each row the earliest real date of its name."""
    said = names.to_pylist()
    earliest: dict[str, str] = {}
    for name, day in zip(said, dates.to_pylist(), strict=True):
        if day_of(day) is not None:
            earliest[name] = min(day, earliest.get(name, day))
    return pa.array([earliest.get(name, "") for name in said], pa.string())
