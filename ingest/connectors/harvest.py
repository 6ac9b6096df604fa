"""Harvest's detailed time report: entries, and the people, clients and projects that are named in them.

Columns come and go with the account's rights and settings, so they are found by name. What Harvest does not
say stays unknown: there are no contracts, so there is no availability. Three readings are ours:

* Harvest prints a cost rate of 0 for a person who has none. A person whose cost is 0 in every row of a file
has an
  unknown cost, not a free hour; an agency that means 0 says so in cost_rates.csv. Likewise, if every billable
  rate in a file is 0, prices were never filled in.
* With rounding switched on, `Hours Rounded` is what is billed, `Hours` what was worked.
* A project without a client is internal unless one of its rows is billable.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ingest.connector import Canonical, Reading, undecided_dates
from ingest.contract import FAULT
from ingest.delivery import Delivery, Replaces, with_lineage
from ingest.locale import UndecidedError, date_order, decimal_mark, distinct, each_distinct, iso_date, plain_number
from ingest.reading import Sheet

_OBLIGATORY = ("date", "project", "hours", "first name", "last name")
_SIGNATURE = (*_OBLIGATORY, "client", "task", "notes", "billable?", "approved?")
_NUMBERS = ("hours", "hours rounded", "billable rate", "billable amount", "cost rate", "cost amount")
_CURRENCY = re.compile(r".* - ([A-Z]{3})")
_YES = "yes"
_SOME_NAMES = 5


class Harvest:
    """The detailed time report."""

    name = "harvest"
    title = "Harvest (detailed time report)"
    how_to_export = "Reports > Time > Detailed report > Export > CSV, for all clients, projects and people."

    def recognises(self, header: Sequence[str], sample: Sequence[Mapping[str, str]]) -> float:  # noqa: ARG002 - a Connector
        """The share of the report's own columns that are there; 0 without the obligatory ones."""
        names = {name.casefold() for name in header}
        if not names.issuperset(_OBLIGATORY):
            return 0.0
        return len(names & set(_SIGNATURE)) / len(_SIGNATURE)

    def to_canonical(self, sheet: Sheet, reading: Reading) -> Canonical:
        """Entries from the first to the last date of the report stand for all there were between them."""
        report = _Report(sheet, reading)
        entries = report.entries()
        replaces = Replaces.NOTHING if reading.mode == "append" else Replaces.DATES
        derived = (
            Delivery(
                reading.system, "people", report.people(), Replaces.NOTHING, derived=True, earliest=("start_date",)
            ),
            Delivery(reading.system, "clients", report.clients(), Replaces.NOTHING, derived=True),
            Delivery(reading.system, "projects", report.projects(), Replaces.NOTHING, derived=True),
        )
        return Canonical((*derived, Delivery(reading.system, "time_entries", entries, replaces)), report.notices())


class _Report:
    """A detailed time report, with its numbers and dates already in one notation."""

    def __init__(self, sheet: Sheet, reading: Reading) -> None:
        self.sheet = sheet
        self.system = reading.system
        self._columns = {name.casefold(): cells for name, cells in zip(sheet.header, sheet.columns, strict=True)}
        self._columns |= self._plain_numbers(reading)
        self._columns["date"] = self._iso_dates(reading)
        self._first, self._last = self._text("first name"), self._text("last name")
        self.person = each_distinct(name_key, self._full_name())
        self.client = each_distinct(name_key, self._text("client"))
        project = each_distinct(name_key, self._text("project"))
        self.project = pc.if_else(pc.equal(project, ""), "", _joined(" / ", self.client, project))
        self.billable = pc.equal(pc.utf8_lower(self._text("billable?")), _YES)
        self.free = self._persons_without_cost()
        self.priceless = self._all_zero("billable rate", "billable amount")

    def entries(self) -> pa.Table:
        """The time entries."""
        hours = self._text("hours")
        billed = self._text("hours rounded") if "hours rounded" in self._columns else hours
        approved = pc.equal(pc.utf8_lower(self._text("approved?")), _YES)
        nothing = self._nothing()
        note = _joined(": ", self._text("task"), self._text("notes"))
        cost = self._text("cost rate")
        without_cost = pc.is_in(self.person, value_set=pa.array(sorted(self.free), pa.string()))
        columns = {
            "person_id": self.person,
            "project_id": self.project,
            "date": self._columns["date"],
            "hours": hours,
            "billable_hours": pc.if_else(self.billable, billed, "0"),
            "status": pc.if_else(approved, "approved", "submitted"),
            "note": note,
            "billable_rate": nothing if self.priceless else self._text("billable rate"),
            "currency": each_distinct(_currency_code, self._text("currency")),
            "cost_rate": pc.if_else(without_cost, nothing, cost),
        }
        identity = ("person_id", "project_id", "date", "hours", "note")
        ids = _entry_ids(self.system, [columns[name] for name in identity])
        return with_lineage(self.sheet, self.system, {"entry_id": ids, **columns})

    def people(self) -> pa.Table:
        """Everyone who has an entry; the contract is unknown, so it begins with the first of them."""
        employee = pc.utf8_lower(self._text("employee?"))
        employment = pc.if_else(
            pc.equal(employee, _YES), "employee", pc.if_else(pc.equal(employee, "no"), "contractor", "")
        )
        columns = {
            "person_id": self.person,
            "name": self._full_name(),
            "team": self._text("department"),
            "job_title": self._text("roles"),
            "employment": employment,
            "start_date": _earliest_of_each(self.person, self._columns["date"]),
        }
        return _first_of_each("person_id", with_lineage(self.sheet, self.system, columns))

    def clients(self) -> pa.Table:
        """Every client named."""
        columns = {"client_id": self.client, "name": self._text("client"), "status": self._constant("active")}
        return _first_of_each("client_id", with_lineage(self.sheet, self.system, columns))

    def projects(self) -> pa.Table:
        """Every project named, told apart by its client."""
        billed = pc.unique(self.project.filter(pc.fill_null(self.billable, fill_value=False)))
        for_client = pc.or_(pc.not_equal(self.client, ""), pc.is_in(self.project, value_set=billed))
        columns = {
            "project_id": self.project,
            "code": self._text("project code"),
            "name": self._text("project"),
            "client_id": self.client,
            "kind": pc.if_else(for_client, "client", "internal"),
            "status": self._constant("active"),
        }
        return _first_of_each("project_id", with_lineage(self.sheet, self.system, columns))

    def notices(self) -> tuple[str, ...]:
        """What was taken for unknown, and why."""
        found = []
        if self.priceless:
            found.append(f"{self.sheet.file}: every billable rate is 0, so prices are taken for unknown, not for free.")
        if self.free:
            without = pc.is_in(self.person, value_set=pa.array(sorted(self.free), pa.string()))
            names = sorted({name_key(name): name for name in distinct(self._full_name().filter(without))}.values())
            shown = ", ".join(names[:_SOME_NAMES]) + (" …" if len(names) > _SOME_NAMES else "")
            found.append(f"{self.sheet.file}: a cost rate of 0 in every row is taken for unknown: {shown}.")
        return tuple(found)

    def _text(self, name: str) -> pa.Array:
        cells = self._columns.get(name)
        return self._constant("") if cells is None else pc.utf8_trim_whitespace(cells)

    def _constant(self, text: str) -> pa.Array:
        return pa.repeat(pa.scalar(text), len(self.sheet))

    def _nothing(self) -> pa.Array:
        return self._constant("")

    def _full_name(self) -> pa.Array:
        return each_distinct(lambda text: " ".join(text.split()), _joined(" ", self._first, self._last))

    def _plain_numbers(self, reading: Reading) -> dict[str, pa.Array]:
        there = [name for name in _NUMBERS if name in self._columns]
        mark = reading.decimal or decimal_mark(text for name in there for text in distinct(self._columns[name]))
        return {
            name: each_distinct(lambda text: plain_number(text.strip(), mark), self._columns[name]) for name in there
        }

    def _iso_dates(self, reading: Reading) -> pa.Array:
        cells = self._columns["date"]
        try:
            order = reading.date_order or date_order(distinct(cells))
        except UndecidedError as error:
            raise undecided_dates(self.sheet, "Date", str(error)) from error
        return each_distinct(lambda text: iso_date(text.strip(), order), cells)

    def _persons_without_cost(self) -> set[str]:
        """Those whose cost is 0 wherever it is given: nobody ever filled it in."""
        if "cost rate" not in self._columns:
            return set()
        costs = pc.or_(_is_amount(self._text("cost rate")), _is_amount(self._text("cost amount")))
        paid = set(self.person.filter(costs).unique().to_pylist())
        given = set(self.person.filter(pc.not_equal(self._text("cost rate"), "")).unique().to_pylist())
        return given - paid

    def _all_zero(self, *names: str) -> bool:
        there = [self._text(name) for name in names if name in self._columns]
        given = any(distinct(cells) for cells in there)
        return given and not any(pc.any(_is_amount(cells)).as_py() for cells in there)


def name_key(name: str) -> str:
    """What makes two spellings of a name the same: case and spaces do not count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _currency_code(text: str) -> str:
    found = _CURRENCY.fullmatch(text)
    return found[1] if found else text


def _is_amount(cells: pa.Array) -> pa.Array:
    """Which numbers are something other than 0."""
    return pc.match_substring_regex(cells, r"[1-9]")


def _joined(mark: str, left: pa.Array, right: pa.Array) -> pa.Array:
    """Two texts in one, or the one that is there."""
    both = pc.binary_join_element_wise(left, right, mark)
    return pc.if_else(pc.equal(left, ""), right, pc.if_else(pc.equal(right, ""), left, both))


def _entry_ids(system: str, parts: Sequence[pa.Array]) -> pa.Array:
    """Ids made of what an entry says, and of its place among entries that say the same."""
    said = pc.binary_join_element_wise(pa.repeat(pa.scalar(system), len(parts[0])), *parts, "\x1f")
    frame = pd.Series(said.to_pandas())
    ordinals = frame.groupby(frame).cumcount()
    return pa.array(
        [
            hashlib.sha256(f"{text}\x1f{ordinal}".encode()).hexdigest()[:32]
            for text, ordinal in zip(frame, ordinals, strict=True)
        ],
        pa.string(),
    )


def _first_of_each(key: str, cells: pa.Table) -> pa.Table:
    """The first row of each thing named; rows that name none are left out, and no row's faults are theirs."""
    named = cells.drop_columns([FAULT]).filter(pc.not_equal(cells.column(key), ""))
    names = pd.Series(named.column(key).to_pandas())
    return named.filter(pa.array(~names.duplicated().to_numpy(), pa.bool_()))


def _earliest_of_each(names: pa.Array, dates: pa.Array) -> pa.Array:
    """For each row the earliest real date of its name."""
    frame = pd.DataFrame({"name": names.to_pandas(), "date": dates.to_pandas()})
    real = frame["date"].str.fullmatch(r"\d{4}-\d{2}-\d{2}")
    earliest = frame[real].groupby("name")["date"].min()
    return pa.array(frame["name"].map(earliest).fillna(""), pa.string())
